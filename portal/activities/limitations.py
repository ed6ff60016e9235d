"""Hạn chế – nguyên nhân – việc khắc phục: a remedy is a task of a plan or an instruction."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from portal.activities import rules
from portal.activities.entries import DONE, KEPT, STRUCK, Entries, Entry, entry_steps, stage_field
from portal.activities.planned_visits import PlannedVisit
from portal.instructions import Instruction, instruct
from portal.planning import TaskUnit
from portal.workflow import Step, take


class Stage(models.TextChoices):
    KEPT = KEPT, "Chưa khắc phục"
    DONE = DONE, "Đã khắc phục"
    STRUCK = STRUCK, "Đã gạch"


class Cause(models.TextChoices):
    AWARENESS = "nhan-thuc", "Nhận thức, trách nhiệm"
    RESOURCES = "nguon-luc", "Con người, kinh phí"
    RULES = "the-che", "Thể chế, quy định"
    COOPERATION = "phoi-hop", "Phối hợp"
    TECHNIQUE = "ky-thuat", "Kỹ thuật, hạ tầng"
    OTHER = "khac", "Nguyên nhân khác"


class Source(models.TextChoices):
    REPORT = "bao-cao", "Báo cáo, sơ kết, tổng kết"
    VISIT = "kiem-tra", "Kiểm tra, khảo sát"
    SELF = "tu-kiem-tra", "Tự kiểm tra"
    SUPERIOR = "cap-tren", "Kết luận của cấp trên"
    PEOPLE = "phan-anh", "Ý kiến của công dân, người lao động"


class Limitations(Entries):
    def without_remedy(self) -> Self:
        return self.filter(stage=KEPT, remedy=None, ordered=None)

    def overdue(self, *, as_of: date) -> Self:
        """The remedy should have been there."""
        late = Q(ordered__due_on__lt=as_of, ordered__reported_on=None) | Q(
            remedy__due__lt=as_of, remedy__finished_on=None
        )
        return self.filter(late, stage=KEPT)


class Limitation(Entry):
    """Hạn chế cần khắc phục."""

    stream_kind = "han-che"
    book, path = "HC", "han-che"
    told = ("source", "visit", "cause", "cause_words", "resolved_on", "result")

    visit = models.ForeignKey(
        PlannedVisit, models.PROTECT, null=True, blank=True, related_name="findings",
        verbose_name="phát hiện khi kiểm tra",
    )  # fmt: skip
    source = models.CharField("nêu tại", max_length=12, choices=Source)
    cause = models.CharField("loại nguyên nhân", max_length=12, choices=Cause)
    cause_words = models.TextField("nguyên nhân", blank=True)
    remedy = models.ForeignKey(
        TaskUnit, models.PROTECT, null=True, blank=True, related_name="remedies",
        verbose_name="nhiệm vụ khắc phục",
    )  # fmt: skip
    ordered = models.ForeignKey(
        Instruction, models.PROTECT, null=True, blank=True, related_name="remedies",
        verbose_name="chỉ đạo khắc phục",
    )  # fmt: skip
    stage = stage_field(Stage)
    resolved_on = models.DateField("khắc phục xong ngày", null=True, blank=True)
    result = models.TextField("kết quả khắc phục", blank=True)

    objects: ClassVar[Any] = Limitations.as_manager()
    workflow = entry_steps(
        Step("order_remedy", "giao khắc phục", (KEPT,), None, rules.orders_remedy,
             needs=(lambda row: row.has_remedy(),)),
        Step("link_remedy", "gắn nhiệm vụ khắc phục", (KEPT,), None, rules.keeps_entry,
             needs=(lambda row: row.has_remedy(),)),
        Step("resolve", "ghi đã khắc phục", (KEPT,), DONE, rules.settles_limitation,
             needs=(lambda row: row.lacks_remedy(),), ends=True),
    )  # fmt: skip

    class Meta(Entry.Meta):
        verbose_name = "hạn chế"
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="limitation_resolved_with_a_result",
                condition=(Q(stage=DONE, resolved_on__isnull=False) & ~Q(result=""))
                | ~Q(stage=DONE) & Q(resolved_on=None, result=""),
            ),
            models.CheckConstraint(
                name="limitation_has_one_remedy", condition=Q(remedy=None) | Q(ordered=None)
            ),
        ]

    @property
    def due_on(self) -> date | None:
        if self.stage != KEPT:
            return None
        return (self.remedy and self.remedy.due) or (self.ordered and self.ordered.due_on) or None

    @property
    def remedy_words(self) -> str:
        if self.remedy:
            return f"Nhiệm vụ {self.remedy.code}: {self.remedy.task.text}"
        return self.ordered.text if self.ordered else ""

    def has_remedy(self) -> str:
        return "đã có việc khắc phục." if self.remedy_id or self.ordered_id else ""

    def lacks_remedy(self) -> str:
        return "" if self.has_remedy() else "chưa giao việc khắc phục."

    def order_remedy(self, *, by: Any, on: date, text: str, unit: Any, due_on: date) -> None:
        """Giao khắc phục: an instruction that stands on both desks until it is closed."""
        with take(self, "order_remedy", by=by, on=on) as taking:
            self.ordered = instruct(by=by, on=on, text=text, unit=unit, due_on=due_on, subject=self)
            taking.facts.update(unit=unit.code, due=due_on.isoformat())

    def link_remedy(self, *, by: Any, on: date, share: TaskUnit) -> None:
        """Gắn nhiệm vụ khắc phục, which a plan already has."""
        with take(self, "link_remedy", by=by, on=on) as taking:
            self.remedy = share
            taking.facts["task"] = share.code

    def resolve(self, *, by: Any, on: date, resolved_on: date, result: str) -> None:
        """Ghi đã khắc phục, with what came of it."""
        with take(self, "resolve", by=by, on=on) as taking:
            self.refuse_outside(resolved_on, on=on, act="khắc phục xong", field="resolved_on")
            self.resolved_on, self.result = resolved_on, result
            taking.values["result"] = result
