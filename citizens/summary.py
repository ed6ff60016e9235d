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
from portal.fields.communes import KIND_WORDS, KINDS, OTHERS, UNKNOWN
from portal.filters.catalogues import fields, units
from portal.periods import Month, Regular
from portal.prepared import PreparedRows
from portal.statistics import share
from portal.text import key as spelling
from portal.text import upper_first
from portal.working_days import months_after

from .models import Case, Petition
from .reception_days import ReceptionDays, reception_days
from .statistics import FEW, SETTLED, mean

MONTHS = 24


@dataclass
class Counts:
    """What came and went in a stretch of months."""

    amounts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    days: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, what: str, amount: int, days: int) -> None:
        self.amounts[what] += amount
        self.days[what] += days

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
        return mean(self.settled, sum(self.days[what] for what in SETTLED))

    @property
    def few(self) -> bool:
        """Too few settled cases for a rate that says anything."""
        return self.settled < FEW

    @property
    def visits(self) -> int:
        return self.amounts["visited"]

    @property
    def crowds(self) -> int:
        return self.amounts["crowd"]


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
    def on_schedule(self) -> int:
        return self.open.cases - self.open.late - self.open.soon

    @property
    def empty(self) -> bool:
        return not (self.open.cases or self.counts.opened or self.counts.settled)


@dataclass
class Summary:
    """A period, the one before, the same of last year, today."""

    period: Regular
    before: Regular
    now: Counts
    then: Counts
    last_year: Counts
    open: Open
    stood_open: Open | None
    """At the end of the period before: how many, not how many were late; of no day to come."""
    reception: ReceptionDays
    months: list[tuple[Month, Counts]]
    places: list[tuple[str, str, Counts]]
    """Petitions by the kind of the commune: as an address names it, in words, what came."""
    units: list[Group]
    fields: list[Group]

    current: bool = True
    """Whether today lies in the period: what is late today belongs to no other."""

    @property
    def earlier(self) -> tuple[tuple[str, Counts], ...]:
        """What the period is compared with, in words."""
        return ("kỳ trước", self.then), ("cùng kỳ", self.last_year)

    @property
    def same_last_year(self) -> Regular:
        return self.period.same_last_year()

    @property
    def rate_with_late(self) -> float | None:
        return share(self.now.on_time, self.now.settled + self.open.late_unsettled)


def summary(period: Regular, *, as_of: date) -> Summary:
    months: dict[date, Counts] = defaultdict(Counts)
    places: dict[str, Counts] = defaultdict(Counts)
    groups: dict[str, dict[int, Group]] = {"unit": {}, "field": {}}
    known_fields = fields()
    tops = {pk: parent or pk for pk, parent, _, _ in known_fields}
    for by, key, month, what, amount, days in _tallies(period, as_of=as_of):
        if by == "month":
            months[month].add(what, amount, days)
        elif by == "place":
            for place in _places_of(key):
                places[place].add(what, amount, days)
        else:
            place = key if by == "unit" else tops.get(key, 0)
            _group_of(groups[by], place).counts.add(what, amount, days)
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
        last_year=_sum(months, period.same_last_year()),
        open=total,
        stood_open=_stood_open(total, months, on=before.end) if before.end < as_of else None,
        reception=reception_days(period, as_of=as_of),
        months=[(month, months[month.start]) for month in _last_months(as_of)],
        places=[(*kind, places[kind[0]]) for kind in KIND_WORDS if kind[0] in places],
        units=_named(groups["unit"], units()),
        fields=_named(groups["field"], known_fields),
    )


def _places_of(kinds: int) -> list[str]:
    """The kinds of a commune out of the bits of its columns; of no commune: less than nothing."""
    if kinds < 0:
        return [UNKNOWN]
    return [code for at, (code, _, _) in enumerate(KINDS) if kinds >> at & 1] or [OTHERS]


def _sum(months: dict[date, Counts], period: Regular) -> Counts:
    total = Counts()
    for month, counts in months.items():
        if month in period:
            for what, amount in counts.amounts.items():
                total.add(what, amount, counts.days[what])
    return total


def _stood_open(today: Open, months: dict[date, Counts], *, on: date) -> Open:
    """What is open today, without what came since that end of a month, with what went since."""
    since = [counts for month, counts in months.items() if month > on]
    return Open(
        petitions=today.petitions + sum(each.handled - each.received for each in since),
        cases=today.cases + sum(each.amounts["closed"] - each.opened for each in since),
    )


def _last_months(as_of: date) -> list[Month]:
    this = as_of.replace(day=1)
    return [Month.containing(months_after(this, back)) for back in range(1 - MONTHS, 1)]


def _tallies(period: Regular, *, as_of: date) -> list[Any]:
    """What units did, what was done in fields and kinds of communes; then month by month.

    The months go from the first that is shown or compared to the last.
    """
    shown = months_after(as_of.replace(day=1), 1 - MONTHS)
    first = min(period.previous().start, period.same_last_year().start, shown)
    months = first, max(period.end, as_of)
    with connection.cursor() as cursor:
        cursor.execute(TALLIES, [*period.dates, *period.dates, *months])
        return cursor.fetchall()


BITS = " + ".join(f"{column}::int * {1 << at}" for at, (_, _, column) in enumerate(KINDS))
TALLIES = f"""
    SELECT CASE WHEN unit IS NULL THEN 'field' ELSE 'unit' END, coalesce(unit, field),
           NULL::date, what, sum(amount)::bigint, sum(days)::bigint
    FROM citizens_tally WHERE month BETWEEN %s AND %s
    GROUP BY GROUPING SETS ((unit, what), (field, what))
    UNION ALL
    SELECT 'place', coalesce({BITS}, -1),
           NULL, what, sum(amount)::bigint, 0
    FROM citizens_communetally AS counted LEFT JOIN portal_commune AS known ON known.id = commune
    WHERE month BETWEEN %s AND %s GROUP BY 2, what
    UNION ALL
    SELECT 'month', 0, month, what, sum(amount)::bigint, sum(days)::bigint
    FROM citizens_monthtally WHERE month BETWEEN %s AND %s GROUP BY month, what
"""  # noqa: S608


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
    """Those with anything to show by name: no rank; what has no unit or field comes last."""
    for pk, *_, code, name in known:
        if group := groups.get(pk):
            short = name.removeprefix("Phòng ")
            group.code, group.name = code, upper_first(short)
    shown = [group for group in groups.values() if not group.empty]
    return sorted(shown, key=lambda group: (not group.pk, spelling(group.name)))
