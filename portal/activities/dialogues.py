"""Đối thoại với công dân: questions, answers, and promises that are followed until kept."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Exists, OuterRef, Q

from portal.activities import rules
from portal.activities.entries import KEPT, Entries, Entry, entry_steps
from portal.deadlines import Standing, standing
from portal.people import Unit
from portal.text import day
from portal.workflow import Refused, Step, take


class Dialogues(Entries):
    def with_promises(self, promises: models.QuerySet[Promise]) -> Self:
        return self.kept().filter(Exists(promises.filter(dialogue=OuterRef("pk"))))


class Dialogue(Entry):
    """Cuộc đối thoại với công dân."""

    stream_kind = "doi-thoai"
    book, path = "DTH", "doi-thoai"
    told = ("chaired_by", "place", "audience", "people", "result")

    chaired_by = models.CharField("người chủ trì", max_length=200)
    place = models.CharField("địa điểm", max_length=200)
    audience = models.CharField("thành phần công dân, tổ chức dự", max_length=300)
    people = models.PositiveIntegerField("số người dự")
    result = models.TextField("kết luận của người chủ trì", blank=True)

    objects: ClassVar[Any] = Dialogues.as_manager()
    workflow = entry_steps(
        Step("add_question", "ghi câu hỏi", (KEPT,), None, rules.keeps_entry),
        Step("answer_question", "ghi trả lời", (KEPT,), None, rules.keeps_entry,
             needs=(lambda row: row.lacks_open_question(),)),
        Step("promise", "ghi cam kết", (KEPT,), None, rules.keeps_entry),
        Step("keep_promise", "ghi đã thực hiện cam kết", (KEPT,), None, rules.keeps_entry,
             needs=(lambda row: row.lacks_open_promise(),)),
    )  # fmt: skip

    class Meta(Entry.Meta):
        verbose_name = "đối thoại với công dân"

    def lacks_open_question(self) -> str:
        return "" if self.questions.unanswered().exists() else "không có câu hỏi nào chờ trả lời."

    def lacks_open_promise(self) -> str:
        return "" if self.promises.open().exists() else "không có cam kết nào chờ thực hiện."

    def add_question(self, *, by: Any, on: date, text: str, answer: str = "") -> Any:
        """Ghi câu hỏi, with the answer that was given at once; who asked is not written down."""
        with take(self, "add_question", by=by, on=on) as taking:
            taking.values["text"] = text
            answered = on if answer else None
            return self.questions.create(text=text, answer=answer, answered_on=answered)

    def answer_question(self, *, by: Any, on: date, question: Any, answer: str) -> None:
        """Ghi trả lời that was given later."""
        with take(self, "answer_question", by=by, on=on) as taking:
            question.answer, question.answered_on = answer, on
            question.save(update_fields=["answer", "answered_on"])
            taking.values.update(text=question.text, answer=answer)

    def promise(self, *, by: Any, on: date, text: str, unit: Unit, due_on: date) -> Any:
        """Ghi cam kết: what the office said it would do, who does it, by when."""
        with take(self, "promise", by=by, on=on) as taking:
            if due_on < self.from_on:
                raise Refused(
                    f"Hạn không trước ngày đối thoại, {day(self.from_on)}.", field="due_on"
                )
            taking.facts.update(unit=unit.code, due=due_on.isoformat())
            taking.values["text"] = text
            return self.promises.create(text=text, unit=unit, due_on=due_on)

    def keep_promise(self, *, by: Any, on: date, promise: Any, kept_on: date, result: str) -> None:
        """Ghi đã thực hiện cam kết."""
        with take(self, "keep_promise", by=by, on=on) as taking:
            self.refuse_outside(kept_on, on=on, act="thực hiện", field="kept_on")
            promise.kept_on, promise.result = kept_on, result
            promise.save(update_fields=["kept_on", "result"])
            taking.values.update(text=promise.text, result=result)


class Questions(models.QuerySet["DialogueQuestion"]):
    def unanswered(self) -> Questions:
        return self.filter(answered_on=None)


class DialogueQuestion(models.Model):
    """Câu hỏi tại cuộc đối thoại."""

    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="questions")
    text = models.TextField("câu hỏi, kiến nghị")
    answer = models.TextField("trả lời", blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)

    objects = Questions.as_manager()

    class Meta:
        ordering = ["pk"]
        constraints = [
            models.CheckConstraint(
                name="dialogue_question_answered_with_words",
                condition=Q(answered_on=None, answer="")
                | Q(answered_on__isnull=False) & ~Q(answer=""),
            )
        ]

    def __str__(self) -> str:
        return self.text


class Promises(models.QuerySet["Promise"]):
    def open(self) -> Promises:
        return self.filter(kept_on=None)

    def overdue(self, *, as_of: date) -> Promises:
        return self.open().filter(due_on__lt=as_of)


class Promise(models.Model):
    """Cam kết với công dân."""

    dialogue = models.ForeignKey(Dialogue, models.PROTECT, related_name="promises")
    text = models.TextField("nội dung cam kết")
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="promises", verbose_name="đơn vị thực hiện"
    )
    due_on = models.DateField("hạn thực hiện")
    kept_on = models.DateField("ngày thực hiện", null=True, blank=True)
    result = models.TextField("kết quả", blank=True)

    objects = Promises.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        constraints = [
            models.CheckConstraint(
                name="promise_kept_with_a_result",
                condition=Q(kept_on=None, result="") | Q(kept_on__isnull=False) & ~Q(result=""),
            )
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(kept_on=None), name="promise_open_by_due")
        ]

    def __str__(self) -> str:
        return self.text

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.due_on, as_of=as_of)
