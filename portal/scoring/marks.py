"""What was entered at one line of a scorecard; the tables of marks stand in the apps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django.db import models

from portal.people import User
from portal.scoring.criteria import Criterion
from portal.scoring.methods import Entry


class AbstractMark(models.Model):
    """Điểm một dòng; ``points`` is empty where the line is not counted."""

    line = models.CharField("tiêu chí", max_length=40)
    value = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    whole = models.DecimalField(max_digits=12, decimal_places=2, null=True, blank=True)
    gate = models.BooleanField(null=True, blank=True)
    points = models.DecimalField("điểm", max_digits=8, decimal_places=2, null=True, blank=True)
    note = models.TextField("thuyết minh, lý do", blank=True)
    on = models.DateField("ngày ghi")
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    sheet_version = models.PositiveIntegerField()
    """The sheet's version that it made: two who score different lines do not disturb each other."""

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.line}: {self.points}"

    @property
    def entry(self) -> Entry:
        return Entry(self.value, self.whole, self.gate)


def sum_of(lines: Iterable[Criterion], marks: Mapping[str, Any]) -> Decimal | None:
    """What the marks of these lines come to; nothing where none is scored."""
    points = [marks[line.code].points for line in lines if line.code in marks]
    return sum((each for each in points if each is not None), Decimal(0)) if points else None
