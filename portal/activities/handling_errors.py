"""Sai sót khi tham mưu, giải quyết: by procedure, so that one sees what has to be taught."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar, Self

from django.db import models
from django.db.models import Q

from portal.activities import rules
from portal.activities.entries import KEPT, Entries, Entry, entry_steps
from portal.activities.training import Training
from portal.workflow import Step, take


class Kind(models.TextChoices):
    COMPETENCE = "tham-quyen", "Sai thẩm quyền"
    PAPERS = "giay-to", "Yêu cầu giấy tờ không đúng quy định"
    DEADLINE = "thoi-han", "Tính sai, để quá thời hạn"
    CONTENT = "noi-dung", "Sai nội dung, căn cứ, mức hưởng"
    FORM = "the-thuc", "Sai thể thức, kỹ thuật trình bày"
    DATA = "du-lieu", "Nhập sai dữ liệu"
    OTHER = "khac", "Sai sót khác"


class HandlingErrors(Entries):
    def untaught(self) -> Self:
        """No course was named that takes it up."""
        return self.kept().filter(taught_in=None)


class HandlingError(Entry):
    """Sai sót khi giải quyết công việc; no names: the procedure errs, people learn."""

    stream_kind = "sai-sot"
    book, path = "SS", "sai-sot"
    told = ("kind", "procedure", "times", "remedy")

    kind = models.CharField("loại sai sót", max_length=12, choices=Kind)
    procedure = models.CharField("mã thủ tục", max_length=24, blank=True)
    times = models.PositiveIntegerField("số lần", default=1)
    remedy = models.TextField("đã sửa thế nào", blank=True)
    taught_in = models.ForeignKey(
        Training, models.PROTECT, null=True, blank=True, related_name="errors",
        verbose_name="lớp bồi dưỡng",
    )  # fmt: skip

    objects: ClassVar[Any] = HandlingErrors.as_manager()
    workflow = entry_steps(
        Step("teach", "gắn lớp bồi dưỡng", (KEPT,), None, rules.keeps_entry,
             needs=(lambda row: row.taught_already(),)),
    )  # fmt: skip

    class Meta(Entry.Meta):
        verbose_name = "sai sót"
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(name="handling_error_happened", condition=Q(times__gte=1)),
        ]

    def taught_already(self) -> str:
        return "đã gắn lớp bồi dưỡng." if self.taught_in_id else ""

    def teach(self, *, by: Any, on: date, training: Training) -> None:
        """Gắn lớp bồi dưỡng that takes this error up."""
        with take(self, "teach", by=by, on=on) as taking:
            self.taught_in = training
            taking.facts["training"] = training.code
