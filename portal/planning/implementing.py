"""What was issued to carry out a directive, year by year: in time, late, or still missing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef, QuerySet

from portal.instruments import Instrument, Relation
from portal.planning.contents import Basis
from portal.planning.plans import KNOWN, Plan

CARRY_OUT = (Relation.Kind.IMPLEMENTS, Relation.Kind.GUIDES, Relation.Kind.BASED_ON)


@dataclass(frozen=True)
class Issued:
    """One document; ``due``: until when the directive wanted it."""

    words: str
    title: str
    url: str
    year: int
    dated_on: date | None
    due: date | None

    @property
    def days_late(self) -> int:
        if self.due is None or self.dated_on is None:
            return 0
        return max((self.dated_on - self.due).days, 0)

    @property
    def in_time(self) -> bool:
        return bool(self.due and self.dated_on and self.dated_on <= self.due)


@dataclass(frozen=True)
class OfYear:
    year: int
    rows: list[Issued]

    @property
    def late(self) -> int:
        return sum(row.days_late > 0 for row in self.rows)

    @property
    def in_time(self) -> int:
        return sum(row.in_time for row in self.rows)


def issued_for(
    directive: Instrument, *, plans: Iterable[Plan], instruments: Iterable[Instrument]
) -> list[OfYear]:
    """Plans and instruments that the reader sees; the newest year first."""
    due = directive.carry_out_by
    rows = [
        Issued(plan.reference, plan.title, plan.get_absolute_url(), plan.dated_on.year,
               plan.dated_on, due)
        for plan in plans if plan.dated_on and plan.instrument_id != directive.pk
    ]  # fmt: skip
    rows += [
        Issued(row.cited, row.title, row.get_absolute_url(), row.year, row.dated_on, due)
        for row in instruments
    ]
    rows.sort(key=lambda row: (row.year, row.dated_on or date(row.year, 1, 1)), reverse=True)
    years = dict.fromkeys(row.year for row in rows)
    return [OfYear(year, [row for row in rows if row.year == year]) for year in years]


def not_carried_out(rows: QuerySet[Any], *, as_of: date, inside: bool) -> QuerySet[Any]:
    """The day is over and nothing was issued; the public knows no plans of the office."""
    relations = Relation.objects.filter(other=OuterRef("pk"), kind__in=CARRY_OUT)
    plans = Basis.objects.filter(instrument=OuterRef("pk"), plan__stage__in=KNOWN)
    waiting = rows.filter(~Exists(relations), carry_out_by__lt=as_of)
    return waiting.filter(~Exists(plans)) if inside else waiting
