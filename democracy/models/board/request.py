"""What staff ask the board to look at: known to the board and to whoever asked, to nobody else."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import Q

from democracy import board_rules as rules
from democracy.models.board.base import OfBoard
from portal import registers
from portal.people import User
from portal.planning.rules import works_here
from portal.text import day
from portal.workflow import Refused, Step, Workflow, enter, take

BOOK = "DNTT"


class Stage(models.TextChoices):
    RECEIVED = "received", "Ban đã nhận"
    ANSWERED = "answered", "Đã trả lời"


class BoardRequests(models.QuerySet["BoardRequest"]):
    def visible_to(self, user: User, *, on: date) -> BoardRequests:
        """The board and the sender: no leader, no coordinator, nobody who heads the unit."""
        if not works_here(user, on=on):
            return self.none()
        return self.filter(rules.own(user, on=on) | Q(asked_by=user))

    def waiting(self) -> BoardRequests:
        return self.filter(stage=Stage.RECEIVED)


class BoardRequest(OfBoard):
    """Đề nghị của công chức, viên chức, người lao động gửi tới Ban."""

    stream_kind = "de-nghi-ban"
    stage = models.CharField("giai đoạn", max_length=8, choices=Stage, default=Stage.RECEIVED)
    title = models.CharField("việc đề nghị", max_length=300)
    text = models.TextField("nội dung")
    received_on = models.DateField("ngày nhận")
    asked_by = models.ForeignKey(
        User, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="người đề nghị"
    )
    inspection = models.ForeignKey(
        "democracy.BoardInspection", models.PROTECT, null=True, blank=True, related_name="requests",
        verbose_name="đưa vào cuộc kiểm tra",
    )  # fmt: skip
    answer = models.TextField("trả lời", blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)

    objects = BoardRequests.as_manager()

    workflow = Workflow(
        Step("ask_board", "gửi đề nghị tới Ban", (), Stage.RECEIVED, rules.has_this_board),
        Step("note_request", "ghi đề nghị nhận trực tiếp", (), Stage.RECEIVED, rules.on_its_board),
        Step(
            "join_inspection",
            "đưa vào cuộc kiểm tra",
            (Stage.RECEIVED,),
            None,
            rules.on_its_board,
        ),
        Step(
            "answer_request",
            "trả lời người đề nghị",
            (Stage.RECEIVED,),
            Stage.ANSWERED,
            rules.on_its_board,
        ),
    )

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="board_request_answered_on_a_day",
                condition=(Q(stage="answered", answered_on__isnull=False) & ~Q(answer=""))
                | Q(stage="received", answered_on=None, answer=""),
            )
        ]
        indexes = [models.Index(fields=["asked_by"], name="board_request_of_a_person")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/thanh-tra-nhan-dan/de-nghi/{self.code}/"

    kind_words = property(lambda self: "Đề nghị gửi Ban")

    # verbs

    @classmethod
    @transaction.atomic
    def ask_board(cls, *, by: Any, on: date, term: Any, title: str, text: str) -> Self:
        """Gửi đề nghị tới Ban, under one's own name."""
        one: Any = cls(term=term, officer=by, title=title, text=text, received_on=on, asked_by=by)
        with enter(one, "ask_board", by=by, on=on):
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
        return one

    @classmethod
    @transaction.atomic
    def note_request(
        cls, *, by: Any, on: date, term: Any, title: str, text: str, received_on: date
    ) -> Self:
        """Ghi đề nghị nhận trực tiếp: the name stays with the board, off the portal."""
        one: Any = cls(term=term, officer=by, title=title, text=text, received_on=received_on)
        if received_on > on:
            raise Refused(f"Ngày nhận không được sau hôm nay, {day(on)}.", field="received_on")
        with enter(one, "note_request", by=by, on=on):
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
        return one

    def join_inspection(self, *, by: Any, on: date, inspection: Any) -> None:
        """Đưa vào cuộc kiểm tra."""
        with take(self, "join_inspection", by=by, on=on) as taking:
            self.inspection = inspection
            taking.facts["inspection"] = inspection.code

    def answer_request(self, *, by: Any, on: date, answer: str) -> None:
        """Trả lời người đề nghị, in writing."""
        with take(self, "answer_request", by=by, on=on):
            self.answer, self.answered_on = answer, on
