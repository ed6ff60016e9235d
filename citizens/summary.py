"""Petitions and cases of a period in three statements: totals, units, fields, 24 months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache
from typing import Any

from django.db import connection
from django.db.models import Count, Q, QuerySet, Value

from portal.deadlines import last_soon
from portal.filters.catalogues import fields, units
from portal.periods import Month, Regular
from portal.prepared import PreparedRows
from portal.statistics import share
from portal.text import upper_first
from portal.working_days import months_after

from .models import Case, MonthTally, Petition
from .statistics import FEW, mean

MONTHS = 24


@dataclass
class Counts:
    """What came and went in a stretch of months."""

    amounts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    days: int = 0

    def add(self, what: str, amount: int, days: int) -> None:
        self.amounts[what] += amount
        self.days += days

    @property
    def received(self) -> int:
        return self.amounts["received"]

    @property
    def handled(self) -> int:
        return self.amounts["handled"]

    @property
    def opened(self) -> int:
        return self.amounts["opened"]

    @property
    def on_time(self) -> int:
        return self.amounts["settled_on_time"]

    @property
    def settled(self) -> int:
        return self.on_time + self.amounts["settled_late"]

    @property
    def rate(self) -> float | None:
        return share(self.on_time, self.settled)

    @property
    def mean_days(self) -> float | None:
        return mean(self.settled, self.days)


@dataclass
class Open:
    """What stands open today: of petitions and of cases, how many, late, near."""

    petitions: int = 0
    petitions_late: int = 0
    cases: int = 0
    late: int = 0
    soon: int = 0
    late_unsettled: int = 0

    def add(self, counted: tuple[int, ...]) -> None:
        names = ("petitions", "petitions_late", "cases", "late", "soon", "late_unsettled")
        for name, value in zip(names, counted, strict=True):
            setattr(self, name, getattr(self, name) + value)


@dataclass
class Group:
    """One unit or one field."""

    pk: int
    code: str = ""
    name: str = ""
    counts: Counts = field(default_factory=Counts)
    open: Open = field(default_factory=Open)

    @property
    def few(self) -> bool:
        """Too few settled cases for a rate that says anything."""
        return self.counts.settled < FEW

    @property
    def on_schedule(self) -> int:
        return self.open.cases - self.open.late - self.open.soon

    @property
    def empty(self) -> bool:
        return not (self.open.cases or self.counts.opened or self.counts.settled)


@dataclass
class Summary:
    """A period, the one before, today."""

    period: Regular
    before: Regular
    now: Counts
    then: Counts
    open: Open
    months: list[tuple[Month, Counts]]
    units: list[Group]
    fields: list[Group]

    current: bool = True
    """Whether today lies in the period: what is late today belongs to no other."""

    @property
    def rate_with_late(self) -> float | None:
        return share(self.now.on_time, self.now.settled + self.open.late_unsettled)


def summary(period: Regular, *, as_of: date) -> Summary:
    months = _months(period, as_of=as_of)
    groups: dict[str, dict[int, Group]] = {"unit": {}, "field": {}}
    known_fields = fields()
    tops = {pk: parent or pk for pk, parent, _, _ in known_fields}
    for unit, of_field, what, amount, days in _tallies(period):
        if unit is None:
            group = _group_of(groups["field"], tops.get(of_field, 0))
        else:
            group = _group_of(groups["unit"], unit)
        group.counts.add(what, amount, days)
    total = Open()
    for by, pk, *counted in _open_rows(as_of, last_soon(as_of)).read({}):
        if by == "unit":
            total.add(tuple(counted))
        place = pk or 0 if by == "unit" else tops.get(pk, 0)
        _group_of(groups[by], place).open.add(tuple(counted))
    before = period.previous()
    return Summary(
        period=period,
        current=as_of in period,
        before=before,
        now=_sum(months, period),
        then=_sum(months, before),
        open=total,
        months=[(month, months[month.start]) for month in _last_months(as_of)],
        units=_named(groups["unit"], units()),
        fields=_named(groups["field"], known_fields),
    )


def _months(period: Regular, *, as_of: date) -> dict[date, Counts]:
    """Every month from the first that is shown or compared to the last."""
    first = min(period.previous().start, months_after(as_of.replace(day=1), 1 - MONTHS))
    last = max(period.end, as_of)
    months: dict[date, Counts] = defaultdict(Counts)
    rows = MonthTally.objects.filter(month__range=(first, last))
    for month, what, amount, days in rows.values_list("month", "what", "amount", "days"):
        months[month].add(what, amount, days)
    return months


def _sum(months: dict[date, Counts], period: Regular) -> Counts:
    total = Counts()
    for month, counts in months.items():
        if month in period:
            for what, amount in counts.amounts.items():
                total.add(what, amount, 0)
            total.days += counts.days
    return total


def _last_months(as_of: date) -> list[Month]:
    this = as_of.replace(day=1)
    return [Month.containing(months_after(this, back)) for back in range(1 - MONTHS, 1)]


def _tallies(period: Regular) -> list[Any]:
    """What each unit did, then what was done in each field; the other of the two is empty."""
    with connection.cursor() as cursor:
        cursor.execute(TALLIES, period.dates)
        return cursor.fetchall()


TALLIES = """
    SELECT unit, field, what, sum(amount)::bigint, sum(days)::bigint FROM citizens_tally
    WHERE month BETWEEN %s AND %s GROUP BY GROUPING SETS ((unit, what), (field, what))
"""


@lru_cache(maxsize=4)
def _open_rows(as_of: date, near: date) -> PreparedRows:
    """By unit, then by field: which, and the columns of ``Open``; all in one statement."""
    plain = Petition.objects.plain().order_by()
    waiting, late, nobody = plain.waiting(), plain.overdue(as_of=as_of), Value(0)
    cases = Case.objects.open().order_by()
    of_cases = (
        Count("pk"),
        Count("pk", filter=Q(due_key__lt=as_of)),
        Count("pk", filter=Q(due_key__range=(as_of, near))),
        Count("pk", filter=Q(due_key__lt=as_of, decided_on=None)),
    )
    counted = [
        _grouped(by, *counting)
        for by in ("unit", "field")
        for counting in (
            (waiting, Count("pk"), *[nobody] * 5),
            (late, nobody, Count("pk"), *[nobody] * 4),
            (cases, nobody, nobody, *of_cases),
        )
    ]
    return PreparedRows(counted[0].union(*counted[1:], all=True), {})


def _grouped(by: str, rows: QuerySet, *columns: Any) -> QuerySet:
    named = {f"n{at}": column for at, column in enumerate(columns)}
    grouped = rows.annotate(by=Value(by)).values("by", by).annotate(**named)
    return grouped.values_list("by", by, *named)


def _group_of(groups: dict[int, Group], pk: int) -> Group:
    if pk not in groups:
        groups[pk] = Group(pk)
    return groups[pk]


def _named(groups: dict[int, Group], known: Iterable[Sequence[Any]]) -> list[Group]:
    """Those with anything to show, the fullest first; what has no unit or field comes last."""
    for pk, *_, code, name in known:
        if group := groups.get(pk):
            short = name.removeprefix("Phòng ")
            group.code, group.name = code, upper_first(short)
    shown = [group for group in groups.values() if not group.empty]
    return sorted(shown, key=lambda group: (not group.pk, -group.open.cases, group.name))
