"""Biên chế of a year, group by group: of the whole office, and of each unit where it is told."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models, transaction
from django.db.models import F, Q

from portal import history
from portal.people import Unit, User
from portal.workflow import Refused
from reforms.headcount_goals import Group, cut
from reforms.rules import follows_reform


class Headcounts(models.QuerySet["HeadcountSnapshot"]):
    def standing(self) -> Headcounts:
        return self.filter(replaced_on=None)

    def of_the_office(self) -> Headcounts:
        return self.standing().filter(unit=None)

    def assigned_in(self, year: int, group: str, *, unit: str = "") -> int | None:
        rows = self.standing().filter(year=year, group=group)
        rows = rows.filter(unit__code=unit) if unit else rows.filter(unit=None)
        return rows.values_list("assigned", flat=True).first()


class HeadcountSnapshot(models.Model):
    """Biên chế giao, có mặt của một năm; a corrected line stays, crossed out."""

    year = models.PositiveSmallIntegerField("năm")
    group = models.CharField("nhóm", max_length=10, choices=Group)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, blank=True, related_name="+", verbose_name="đơn vị"
    )
    planned = models.PositiveIntegerField("kế hoạch còn", null=True, blank=True)
    assigned = models.PositiveIntegerField("biên chế giao")
    present = models.PositiveIntegerField("có mặt", null=True, blank=True)
    source = models.CharField("theo văn bản", max_length=300)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField("ngày ghi")
    replaced_on = models.DateField(null=True, blank=True)

    objects = Headcounts.as_manager()

    class Meta:
        ordering = ["year", "group", "pk"]
        constraints = [
            models.UniqueConstraint(
                fields=["year", "group", "unit"],
                condition=Q(replaced_on=None),
                nulls_distinct=False,
                name="headcount_once_a_year_and_group",
            ),
            models.CheckConstraint(
                name="headcount_replaced_after_it_was_told",
                condition=Q(replaced_on=None) | Q(replaced_on__gte=F("on")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_group_display()} năm {self.year}: {self.assigned}"

    @property
    def beyond_plan(self) -> bool:
        """More are left than the plan of the year wants."""
        return self.planned is not None and self.assigned > self.planned

    @classmethod
    @transaction.atomic
    def note(
        cls, *, by: Any, on: date, year: int, group: str, assigned: int, source: str,
        unit: Any = None, planned: int | None = None, present: int | None = None,
    ) -> HeadcountSnapshot:  # fmt: skip
        """Ghi biên chế của một năm."""
        if not follows_reform(by, on=on):
            raise Refused(follows_reform.why_not)
        if year > on.year + 1:
            raise Refused("Năm này chưa được giao biên chế.", field="year")
        same = cls.objects.standing().filter(year=year, group=group, unit=unit)
        same.update(replaced_on=on)
        row = cls.objects.create(
            by=by, on=on, year=year, group=group, unit=unit, planned=planned,
            assigned=assigned, present=present, source=source,
        )  # fmt: skip
        values = {"biên chế": str(row), "theo văn bản": source}
        history.record(f"bien-che/{year}", "note", by=by.key, on=on, label="Ghi biên chế",
                       facts={"group": group, "assigned": assigned}, values=values)  # fmt: skip
        return row


def cut_since(base: int, year: int, group: str, *, unit: str = "") -> Decimal | None:
    """Per cent less than in the base year; nothing while one of the two is not told."""
    before = HeadcountSnapshot.objects.assigned_in(base, group, unit=unit)
    now = HeadcountSnapshot.objects.assigned_in(year, group, unit=unit)
    return None if not before or now is None else cut(before, now)
