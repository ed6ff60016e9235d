"""An inspection by the board: announced five working days before, its results in writing."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import models, transaction
from django.db.models import F, Q

from democracy import board_rules as rules
from democracy.models.board.base import OfBoard, OfBoards, due_by
from portal import registers
from portal.attachments import File
from portal.deadlines import Standing, standing
from portal.people import Unit
from portal.text import day
from portal.workflow import Refused, Step, Workflow, enter, take

BOOK = "KTTT"


class Stage(models.TextChoices):
    PLANNED = "planned", "Chuẩn bị"
    NOTIFIED = "notified", "Đã thông báo"
    DONE = "done", "Đã có kết quả"
    CALLED_OFF = "called_off", "Không tiến hành"


OPEN = (Stage.PLANNED, Stage.NOTIFIED)


class BoardInspections(OfBoards):
    def upcoming(self) -> BoardInspections:
        return self.filter(stage__in=OPEN)


class BoardInspection(OfBoard):
    """Cuộc kiểm tra, giám sát của Ban Thanh tra nhân dân."""

    stream_kind = "kiem-tra-ban"
    kept_back = (Stage.PLANNED,)

    class Kind(models.TextChoices):
        INSPECTION = "kiem-tra", "Kiểm tra"
        SUPERVISION = "giam-sat", "Giám sát"
        VERIFICATION = "xac-minh", "Xác minh vụ việc được giao"

    stage = models.CharField("giai đoạn", max_length=10, choices=Stage, default=Stage.PLANNED)
    kind = models.CharField("hình thức", max_length=10, choices=Kind, default=Kind.INSPECTION)
    inspected = models.ForeignKey(
        Unit, models.PROTECT, related_name="+", verbose_name="đơn vị được kiểm tra"
    )
    programme = models.ForeignKey(
        "democracy.BoardProgramme", models.PROTECT, null=True, blank=True, related_name="+",
        verbose_name="theo chương trình",
    )  # fmt: skip
    title = models.CharField("nội dung", max_length=300)
    plan = models.TextField("kế hoạch cụ thể")
    starts_on = models.DateField("ngày bắt đầu")
    ends_by = models.DateField("đến hết ngày")
    notify_due = models.DateField("hạn thông báo", null=True, blank=True)
    notified_on = models.DateField("ngày thông báo", null=True, blank=True)
    untold_because = models.CharField(
        "lý do không báo tổ chức đại diện", max_length=300, blank=True
    )
    results = models.TextField("kết quả", blank=True)
    results_on = models.DateField("ngày có kết quả", null=True, blank=True)
    file = models.ForeignKey(File, models.PROTECT, null=True, blank=True, related_name="+")
    called_off_because = models.CharField("lý do không tiến hành", max_length=300, blank=True)

    objects = BoardInspections.as_manager()

    workflow = Workflow(
        Step(
            "plan_inspection", "lập kế hoạch kiểm tra cụ thể", (), Stage.PLANNED, rules.on_its_board
        ),
        Step("edit", "sửa kế hoạch kiểm tra", (Stage.PLANNED,), None, rules.on_its_board),
        Step(
            "notify", "thông báo cho đơn vị", (Stage.PLANNED,), Stage.NOTIFIED, rules.on_its_board
        ),
        Step("put_off", "lùi ngày bắt đầu", (Stage.NOTIFIED,), Stage.PLANNED, rules.on_its_board),
        Step(
            "write_results",
            "ghi kết quả kiểm tra",
            (Stage.NOTIFIED,),
            Stage.DONE,
            rules.on_its_board,
        ),
        Step("call_off", "ghi không tiến hành", OPEN, Stage.CALLED_OFF, rules.ends),
    )

    class Meta:
        ordering = ["-starts_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                name="board_inspection_ends_after_it_starts",
                condition=Q(ends_by__gte=F("starts_on")),
            ),
            models.CheckConstraint(
                name="board_inspection_notified_on_a_day",
                condition=~Q(stage="planned") | Q(notified_on=None),
            ),
            models.CheckConstraint(
                name="board_inspection_results_in_writing",
                condition=(Q(stage="done", results_on__isnull=False) & ~Q(results=""))
                | (~Q(stage="done") & Q(results="", results_on=None)),
            ),
            models.CheckConstraint(
                name="board_inspection_called_off_with_reason",
                condition=(Q(stage="called_off") & ~Q(called_off_because=""))
                | (~Q(stage="called_off") & Q(called_off_because="")),
            ),
        ]
        indexes = [models.Index(fields=["stage", "starts_on"], name="board_inspection_next")]

    def __str__(self) -> str:
        return f"{self.code} – {self.title}"

    def get_absolute_url(self) -> str:
        return f"/dan-chu/thanh-tra-nhan-dan/kiem-tra/{self.code}/"

    kind_words = property(lambda self: self.get_kind_display())
    due_on = property(lambda self: self.notify_due if self.stage == Stage.PLANNED else None)

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.due_on, as_of=as_of)

    # verbs

    @classmethod
    @transaction.atomic
    def plan_inspection(cls, *, by: Any, on: date, term: Any, **facts: Any) -> Self:
        """Lập kế hoạch kiểm tra cụ thể: the board's alone until it is announced."""
        one: Any = cls(term=term, officer=by, **facts)
        one.fit_dates(on=on)
        with enter(one, "plan_inspection", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.values["title"] = one.title
        return one

    def edit(self, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa kế hoạch kiểm tra."""
        with take(self, "edit", by=by, on=on) as taking:
            moved = facts.get("starts_on", self.starts_on) != self.starts_on
            self.put(facts)
            self.fit_dates(on=on if moved else None)
            taking.values["title"] = self.title

    def notify(
        self, *, by: Any, on: date, told_representative: bool, untold_because: str = ""
    ) -> None:
        """Thông báo cho đơn vị: at least five working days before the first day."""
        with take(self, "notify", by=by, on=on) as taking:
            if self.notify_due and on > self.notify_due:
                raise Refused(
                    "Phải thông báo trước ít nhất 5 ngày làm việc, chậm nhất"
                    f" {day(self.notify_due)};"
                    f" sửa ngày bắt đầu {day(self.starts_on)} trong kế hoạch rồi thông báo."
                )
            if not told_representative and not untold_because:
                raise Refused(
                    "Chưa báo tổ chức đại diện thì ghi lý do, ví dụ tổ chức này không còn.",
                    field="untold_because",
                )
            self.notified_on = on
            self.untold_because = "" if told_representative else untold_because
            taking.facts["starts"] = self.starts_on.isoformat()

    def put_off(self, *, by: Any, on: date, starts_on: date, ends_by: date, reason: str) -> None:
        """Lùi ngày bắt đầu: the unit is told once more."""
        with take(self, "put_off", by=by, on=on) as taking:
            if starts_on <= self.starts_on:
                raise Refused(f"Ghi ngày sau {day(self.starts_on)}.", field="starts_on")
            taking.facts.update(before=self.starts_on.isoformat(), after=starts_on.isoformat())
            taking.values["reason"] = reason
            self.starts_on, self.ends_by, self.notified_on = starts_on, ends_by, None
            self.fit_dates(on=on)

    def write_results(self, *, by: Any, on: date, results: str, file: Any = None) -> None:
        """Ghi kết quả kiểm tra: in writing, for whoever asked and for the staff."""
        with take(self, "write_results", by=by, on=on):
            if on < self.starts_on:
                raise Refused(f"Cuộc kiểm tra bắt đầu ngày {day(self.starts_on)}, chưa có kết quả.")
            self.results, self.results_on, self.file = results, on, file

    def call_off(self, *, by: Any, on: date, reason: str) -> None:
        """Ghi không tiến hành."""
        with take(self, "call_off", by=by, on=on) as taking:
            self.called_off_because = reason
            taking.values["reason"] = reason

    def fit_dates(self, *, on: date | None) -> None:
        """By when the unit is told; ``on``: refused where that was before this day."""
        if self.ends_by < self.starts_on:
            raise Refused("Ngày cuối đang trước ngày bắt đầu.", field="ends_by")
        self.notify_due = due_by("T6", self.starts_on)
        if on and self.notify_due and self.notify_due < on:
            raise Refused(
                "Đơn vị phải được báo trước ít nhất 5 ngày làm việc: bắt đầu ngày này thì đã phải"
                f" thông báo chậm nhất {day(self.notify_due)}. Chọn ngày muộn hơn.",
                field="starts_on",
            )
