"""The monthly meeting (giao ban): what each unit did, what is late, one remark a unit."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db import models
from django.db.models import Count, F, Window
from django.db.models.functions import RowNumber

from portal.people import Unit, User
from portal.periods import Month
from portal.planning.reports import Obstacle, Progress
from portal.planning.shares import OPEN


class Remark(models.Model):
    """Nhận xét về một đơn vị trong tháng, as it was told at the meeting."""

    unit = models.ForeignKey(Unit, models.PROTECT, related_name="remarks")
    month = models.DateField("tháng, ghi ngày đầu")
    text = models.CharField("nhận xét", max_length=1_000)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField("ngày ghi")

    class Meta:
        ordering = ["unit__name"]
        constraints = [
            models.UniqueConstraint(fields=["unit", "month"], name="remark_once_a_month"),
            models.CheckConstraint(name="remark_of_a_first_day", condition=models.Q(month__day=1)),
        ]

    def __str__(self) -> str:
        return self.text


FEW = 8
"""So many of each kind a unit; the rest is behind its number."""


@dataclass
class Part:
    """One unit's part of the sheet."""

    unit: Unit
    done: list[Any] = field(default_factory=list)
    late: list[Any] = field(default_factory=list)
    next: list[Any] = field(default_factory=list)
    continuous: list[Any] = field(default_factory=list)
    obstacles: list[Any] = field(default_factory=list)
    remark: str = ""
    problem: str = ""
    more: dict[str, int] = field(default_factory=dict)
    """How many of each kind are not named here."""


def sheet(month: Month, shares: Any, *, on: date) -> list[Part]:
    """What the units did in the month and owe; six statements, however many units."""
    rows = shares.filter(unit__isnull=False).select_related("unit", "task", "plan")
    parts: dict[int, Part] = {}

    def put(found: Any, name: str, *, unit: str = "unit", by: str = "due") -> None:
        for row in few_a_unit(found, unit=unit, by=by):
            share = getattr(row, "share", row)
            part = parts.setdefault(share.unit_id, Part(share.unit))
            getattr(part, name).append(row)
            part.more[name] = max(row.of_unit - FEW, 0)

    until = min(on, month.end)
    following = month.following()
    put(rows.filter(finished_on__range=month.dates), "done")
    put(rows.overdue(as_of=until), "late")
    put(rows.filter(stage__in=OPEN, due__range=(until, following.end)), "next")
    beside = ("share__unit", "share__task", "share__plan")
    told = Progress.objects.filter(share__in=rows, on__range=month.dates)
    at = {"unit": "share__unit", "by": "pk"}
    continuous = told.filter(share__task__time_kind="continuous")
    put(continuous.select_related(*beside), "continuous", **at)
    put(Obstacle.objects.open().filter(share__in=rows).select_related(*beside), "obstacles", **at)
    for remark in Remark.objects.filter(month=month.start).select_related("unit"):
        parts.setdefault(remark.unit_id, Part(remark.unit)).remark = remark.text
    return sorted(parts.values(), key=lambda part: part.unit.name)


def few_a_unit(found: Any, *, unit: str, by: str) -> Any:
    """The first of each unit, each with how many there are of it; one statement."""
    ranked = found.annotate(
        place_in_unit=Window(RowNumber(), partition_by=[F(unit)], order_by=[F(by), F("pk")]),
        of_unit=Window(Count("pk"), partition_by=[F(unit)]),
    )
    return ranked.filter(place_in_unit__lte=FEW).order_by(by, "pk")


def keep_remarks(texts: dict[Unit, str], *, month: Month, by: User, on: date) -> None:
    """One remark a unit; an empty one is taken away."""
    for unit, text in texts.items():
        if text:
            Remark.objects.update_or_create(
                unit=unit, month=month.start, defaults={"text": text, "by": by, "on": on}
            )
        else:
            Remark.objects.filter(unit=unit, month=month.start).delete()
