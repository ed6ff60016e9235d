"""What the board asks of the head: answered within fifteen days, in sight of the whole staff."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q

from democracy import board_rules as rules
from democracy import statutes
from democracy.models.board.base import OfBoard, OfBoards, due_by, reckoned
from portal import registers
from portal.attachments import File
from portal.deadlines import Deadline, Standing, standing
from portal.people import User
from portal.text import day
from portal.workflow import Moving, Refused, Step, Workflow, enter, take
from portal.working_days import Calendar

BOOK = "KNTT"


class Stage(models.TextChoices):
    WAITING = "waiting", "Chờ người đứng đầu trả lời"
    ANSWERED = "answered", "Đã trả lời"
    SETTLED = "settled", "Đã giải quyết xong"
    ASIDE = "aside", "Dừng theo dõi"


OPEN = (Stage.WAITING, Stage.ANSWERED)


class BoardRecommendations(OfBoards):
    def waiting(self) -> BoardRecommendations:
        return self.filter(stage=Stage.WAITING)

    def overdue(self, *, as_of: date) -> BoardRecommendations:
        return self.waiting().filter(due_on__lt=as_of)


class BoardRecommendation(OfBoard):
    """Kiến nghị của Ban Thanh tra nhân dân."""

    stream_kind = "kien-nghi-ban"

    class Outcome(models.TextChoices):
        ACCEPTED = "tiep-thu", "Tiếp thu, thực hiện"
        PARTLY = "mot-phan", "Tiếp thu một phần"
        EXPLAINED = "giai-trinh", "Giải trình, không thực hiện"

    stage = models.CharField("giai đoạn", max_length=8, choices=Stage, default=Stage.WAITING)
    inspection = models.ForeignKey(
        "democracy.BoardInspection", models.PROTECT, null=True, blank=True,
        related_name="recommendations", verbose_name="từ cuộc kiểm tra",
    )  # fmt: skip
    title = models.CharField("kiến nghị", max_length=300)
    text = models.TextField("nội dung, căn cứ", blank=True)
    received_on = models.DateField("ngày người đứng đầu nhận")
    due_on = models.DateField("hạn trả lời", null=True, blank=True)
    outcome = models.CharField("kết quả", max_length=12, choices=Outcome, blank=True)
    answer = models.TextField("trả lời", blank=True)
    answered_on = models.DateField("ngày trả lời", null=True, blank=True)
    answered_by = models.ForeignKey(User, models.PROTECT, null=True, blank=True, related_name="+")
    file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    closed_on = models.DateField("ngày kết thúc theo dõi", null=True, blank=True)
    closed_because = models.CharField("nhận xét khi kết thúc", max_length=500, blank=True)

    objects = BoardRecommendations.as_manager()

    workflow = Workflow(
        Step("send_recommendation", "gửi kiến nghị", (), Stage.WAITING, rules.on_its_board),
        Step(
            "answer_recommendation",
            "trả lời kiến nghị",
            (Stage.WAITING,),
            Stage.ANSWERED,
            rules.heads_its_unit,
        ),
        Step(
            "confirm_settled",
            "xác nhận đã giải quyết",
            (Stage.ANSWERED,),
            Stage.SETTLED,
            rules.on_its_board,
        ),
        Step(
            "send_again", "gửi lại kiến nghị", (Stage.ANSWERED,), Stage.WAITING, rules.on_its_board
        ),
        Step("lay_aside", "dừng theo dõi kiến nghị", OPEN, Stage.ASIDE, rules.ends),
    )

    class Meta:
        ordering = ["-received_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="board_recommendation_answered_by_somebody",
                condition=Q(answered_on=None, answered_by=None, answer="", outcome="")
                | (
                    Q(answered_on__isnull=False, answered_by__isnull=False)
                    & ~Q(answer="")
                    & ~Q(outcome="")
                ),
            ),
            models.CheckConstraint(
                name="board_recommendation_answer_waited_for",
                condition=~Q(stage="waiting") | Q(answered_on=None),
            ),
            models.CheckConstraint(
                name="board_recommendation_answered_after_received",
                condition=Q(answered_on=None) | Q(answered_on__gte=F("received_on")),
            ),
            models.CheckConstraint(
                name="board_recommendation_aside_with_reason",
                condition=~Q(stage="aside") | ~Q(closed_because=""),
            ),
        ]
        indexes = [models.Index(fields=["stage", "due_on"], name="board_recommendation_due")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/thanh-tra-nhan-dan/kien-nghi/{self.code}/"

    kind_words = property(lambda self: "Kiến nghị của Ban")

    def reckoned_with(self, confirmed: Any) -> Deadline | None:
        """How the last day came about; nothing runs for what came before the law."""
        return reckoned("T7", self.received_on, confirmed=confirmed)

    @property
    def was_late(self) -> bool:
        return bool(self.due_on and self.answered_on and self.answered_on > self.due_on)

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.due_on if self.stage == Stage.WAITING else None, as_of=as_of)

    @classmethod
    def moving(cls, calendar: Calendar) -> list[Moving]:
        return [
            Moving(row.code, statutes.RULES["T7"].label, row.due_on, due)
            for row in cls.objects.waiting().filter(due_on__isnull=False)
            if row.due_on
            and (due := due_by("T7", row.received_on, by=calendar))
            and due != row.due_on
        ]

    @classmethod
    def reckon_clocks(cls, *, by: str, on: date) -> None:
        for row in cls.objects.waiting().filter(due_on__isnull=False):
            row.due_on = due_by("T7", row.received_on)
            row.save(update_fields=["due_on"])

    # verbs

    @classmethod
    @transaction.atomic
    def send_recommendation(cls, *, by: Any, on: date, term: Any, **facts: Any) -> Self:
        """Gửi kiến nghị: from the day on which the head received it the fifteen days run."""
        one: Any = cls(term=term, officer=by, **facts)
        if one.received_on > on:
            raise Refused(f"Ngày nhận không được sau hôm nay, {day(on)}.", field="received_on")
        with enter(one, "send_recommendation", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            one.due_on = due_by("T7", one.received_on)
            taking.facts["received"] = one.received_on.isoformat()
            taking.values["title"] = one.title
        return one

    def answer_recommendation(
        self, *, by: Any, on: date, outcome: str, answer: str, file: Any = None
    ) -> None:
        """Trả lời kiến nghị: the one act of the head in this room."""
        with take(self, "answer_recommendation", by=by, on=on) as taking:
            self.outcome, self.answer, self.file = outcome, answer, file
            self.answered_on, self.answered_by = on, by
            taking.facts.update(outcome=outcome, late=bool(self.due_on and on > self.due_on))

    def confirm_settled(self, *, by: Any, on: date, remark: str = "") -> None:
        """Xác nhận đã giải quyết."""
        with take(self, "confirm_settled", by=by, on=on) as taking:
            self.closed_on, self.closed_because = on, remark
            taking.values["remark"] = remark

    def send_again(self, *, by: Any, on: date, reason: str) -> None:
        """Gửi lại kiến nghị: not settled; the days begin anew, the earlier answer is kept."""
        with take(self, "send_again", by=by, on=on) as taking:
            taking.values.update(reason=reason, answer=self.answer)
            self.received_on, self.due_on = on, due_by("T7", on)
            self.outcome = self.answer = ""
            self.answered_on = self.answered_by = self.file = None

    def lay_aside(self, *, by: Any, on: date, reason: str) -> None:
        """Dừng theo dõi kiến nghị."""
        with take(self, "lay_aside", by=by, on=on) as taking:
            self.closed_on, self.closed_because = on, reason
            taking.values["reason"] = reason
