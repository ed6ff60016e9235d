"""Thi hành: what a decision or a conclusion orders to be done, and what of it was done when.

Money in triệu đồng, land in m², people and organisations in numbers (form 05/KQTH of TT 06/2025).
Of a denunciation only figures and days are written: no names, no words, no files.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import F, Q

from portal.deadlines import Standing, standing
from portal.people import Unit, User
from portal.text import number, upper_first
from portal.working_days import calendar

from .recommendation import amount, how_many


class What(models.TextChoices):
    RECOVER_MONEY = "thu_tien", "Thu hồi tiền cho Nhà nước"
    RECOVER_LAND = "thu_dat", "Thu hồi đất cho Nhà nước"
    RETURN_MONEY = "tra_tien", "Trả lại tiền cho tổ chức, cá nhân"
    RETURN_LAND = "tra_dat", "Trả lại đất cho tổ chức, cá nhân"
    DISCIPLINE = "xu_ly", "Xử lý hành chính tổ chức, cá nhân"
    PROSECUTE = "khoi_to", "Chuyển cơ quan điều tra, khởi tố"
    OTHER = "khac", "Việc khác phải thi hành"


MEASURES = {
    What.RECOVER_MONEY: "triệu đồng",
    What.RETURN_MONEY: "triệu đồng",
    What.RECOVER_LAND: "m²",
    What.RETURN_LAND: "m²",
}
"""What is counted in money or land; the rest in organisations, people and cases."""


class Counted(models.Model):
    """How much and how many."""

    amount = amount("số tiền (triệu đồng) hoặc diện tích (m²)")
    organisations = how_many("số tổ chức")
    people = how_many("số người")
    officials = how_many("trong đó cán bộ, công chức, viên chức")
    cases = how_many("số vụ")

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                condition=Q(officials__lte=F("people")), name="%(class)s_officials_among_people"
            ),
        ]

    @classmethod
    def figures(cls) -> list[Any]:
        return [field for field in Counted._meta.local_fields if field.has_default()]

    def counts(self) -> dict[str, Any]:
        return {field.name: getattr(self, field.name) for field in self.figures()}

    def in_words(self, what: str) -> str:
        """“12,5 triệu đồng”; “3 người, trong đó 1 cán bộ, công chức, viên chức”."""
        if what in MEASURES:
            told = number(Decimal(self.amount).normalize())
            return f"{told} {MEASURES[What(what)]}" if self.amount else ""
        told = [
            f"{number(self.cases)} vụ" if self.cases else "",
            f"{number(self.organisations)} tổ chức" if self.organisations else "",
            f"{number(self.people)} người" if self.people else "",
            f"trong đó {number(self.officials)} cán bộ, công chức, viên chức"
            if self.officials
            else "",
        ]
        return ", ".join(filter(None, told))


class Executions(models.QuerySet["Execution"]):
    def open(self) -> Executions:
        return self.filter(done_on=None)

    def overdue(self, *, as_of: date) -> Executions:
        return self.open().filter(due_on__lt=as_of)


class Execution(Counted):
    """Nội dung phải thi hành."""

    case = models.ForeignKey("citizens.Case", models.PROTECT, null=True, related_name="executions")
    denunciation = models.ForeignKey(
        "citizens.DenunciationEntry", models.PROTECT, null=True, related_name="executions"
    )
    what = models.CharField("nội dung", max_length=12, choices=What)
    whom = models.CharField("tổ chức, cá nhân", max_length=200, blank=True)
    content = models.TextField("việc phải làm", blank=True)
    unit = models.ForeignKey(
        Unit, models.PROTECT, related_name="+", verbose_name="đơn vị thực hiện"
    )
    due_on = models.DateField("hạn thực hiện", null=True, blank=True)
    done_on = models.DateField("ngày thực hiện xong", null=True)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()

    objects = Executions.as_manager()

    class Meta(Counted.Meta):
        ordering = ["pk"]
        constraints = [
            *Counted.Meta.constraints,
            models.CheckConstraint(
                condition=Q(case=None, denunciation__isnull=False)
                | Q(case__isnull=False, denunciation=None),
                name="execution_of_one",
            ),
            models.CheckConstraint(
                condition=Q(amount=0) | Q(what__in=list(MEASURES)), name="execution_amount_measured"
            ),
            models.CheckConstraint(
                condition=Q(denunciation=None) | Q(whom="", content=""),
                name="execution_of_denunciation_without_words",
            ),
        ]
        indexes = [
            models.Index(fields=["due_on"], condition=Q(done_on=None), name="execution_open_due")
        ]

    def __str__(self) -> str:
        return ": ".join(filter(None, (self.get_what_display(), self.ordered)))

    @property
    def measure(self) -> str:
        return MEASURES.get(What(self.what), "")

    @property
    def ordered(self) -> str:
        return self.in_words(self.what)

    @property
    def performed(self) -> str:
        """All that was done so far, in words."""
        return added(self.results.all()).in_words(self.what)

    @property
    def left(self) -> Decimal:
        return self.amount - sum((each.amount for each in self.results.all()), Decimal(0))

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.due_on, as_of=as_of, calendar=calendar(), done_on=self.done_on)


class ExecutionResult(Counted):
    """Kết quả thi hành: how much on which day, by which paper."""

    execution = models.ForeignKey(Execution, models.PROTECT, related_name="results")
    done_on = models.DateField("ngày thực hiện")
    words = models.TextField("kết quả", blank=True)
    document = models.CharField("văn bản, chứng từ số", max_length=120, blank=True)
    file = models.ForeignKey("portal.File", models.PROTECT, null=True, related_name="+")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta(Counted.Meta):
        ordering = ["done_on", "pk"]

    def __str__(self) -> str:
        return f"{self.figure_words}, {self.done_on:%d/%m/%Y}"

    @property
    def figure_words(self) -> str:
        return self.in_words(self.execution.what)


def added(rows: Iterable[Counted]) -> ExecutionResult:
    """Several results as one."""
    total = ExecutionResult()
    for row in rows:
        for name, value in row.counts().items():
            setattr(total, name, getattr(total, name) + value)
    return total


def labels() -> dict[str, str]:
    return {field.name: upper_first(field.verbose_name) for field in Counted.figures()}
