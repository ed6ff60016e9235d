"""Petitions and cases of a period in three statements: totals, units, fields, 24 months."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
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

from .counts import Counts, Group, Open
from .models import Case, Petition
from .of_field import added
from .reception_days import ReceptionDays, reception_days

MONTHS = 24


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
    """At the end of the period before; of no day to come."""
    ends: dict[date, Open]
    """What stood late on the last days of months, as it was counted at night."""
    reception: ReceptionDays
    months: list[tuple[Month, Counts]]
    places: list[tuple[str, str, Counts]]
    """Petitions by the kind of the commune: as an address names it, in words, what came."""
    units: list[Group]
    fields: list[Group]

    current: bool = True
    """Whether today lies in the period: what is late today belongs to no other."""

    def late_at(self, period: Regular) -> Open | None:
        """What was late when the period ended, or is today; unknown where nobody counted it."""
        if period == self.period and self.current:
            return self.open
        return self.ends.get(period.end)

    def rate_of_due(self, period: Regular, counts: Counts) -> float | None:
        late = self.late_at(period)
        return share(counts.on_time, counts.settled + late.late_unsettled) if late else None

    @property
    def earlier(self) -> tuple[tuple[str, Counts], ...]:
        """What the period is compared with, in words."""
        return ("kỳ trước", self.then), ("cùng kỳ", self.last_year)

    @property
    def anything(self) -> bool:
        """Whether somebody came or wrote in these two years, or something is still open."""
        came = any(each.received or each.opened or each.visits for _, each in self.months)
        return came or bool(self.open.petitions or self.open.cases)

    @property
    def same_last_year(self) -> Regular:
        return self.period.same_last_year()

    @property
    def rate_with_late(self) -> float | None:
        return self.rate_of_due(self.period, self.now)


def summary(period: Regular, *, as_of: date) -> Summary:
    months: dict[date, Counts] = defaultdict(Counts)
    places: dict[str, Counts] = defaultdict(Counts)
    ends: dict[date, Open] = {}
    groups: dict[str, dict[int, Group]] = {"unit": {}, "field": {}}
    known_fields = fields()
    tops = {pk: parent or pk for pk, parent, _, _ in known_fields}
    for by, key, month, what, amount, days in _tallies(period, as_of=as_of):
        if by == "month":
            months[month].add(what, amount, days)
        elif by == "end":
            ends[month] = Open(petitions_late=key, late=amount, late_unsettled=days)
        elif by == "place":
            for place in _places_of(key):
                places[place].add(what, amount, days)
        else:
            top = key if by == "unit" else tops.get(key, 0)
            _group_of(groups[by], top).counts.add(what, amount, days)
    total = Open()
    for by, pk, *counted in _open_rows(as_of, last_soon(as_of)).read({}):
        if by == "unit":
            total.add(tuple(counted))
        top = pk or 0 if by == "unit" else tops.get(pk, 0)
        _group_of(groups[by], top).open.add(tuple(counted))
    before = period.previous()
    return Summary(
        period=period,
        current=as_of in period,
        before=before,
        now=added(months, period),
        then=added(months, before),
        last_year=added(months, period.same_last_year()),
        open=total,
        stood_open=_stood_open(total, months, on=before.end) if before.end < as_of else None,
        ends=ends,
        reception=reception_days(period, as_of=as_of),
        months=[(month, months[month.start]) for month in last_months(as_of)],
        places=[(*kind, places[kind[0]]) for kind in KIND_WORDS if kind[0] in places],
        units=_named(groups["unit"], units()),
        fields=_named(groups["field"], known_fields),
    )


def _places_of(kinds: int) -> list[str]:
    """The kinds of a commune out of the bits of its columns; of no commune: less than nothing."""
    if kinds < 0:
        return [UNKNOWN]
    return [code for at, (code, _, _) in enumerate(KINDS) if kinds >> at & 1] or [OTHERS]


def _stood_open(today: Open, months: dict[date, Counts], *, on: date) -> Open:
    """What is open today, without what came since that end of a month, with what went since."""
    since = [counts for month, counts in months.items() if month > on]
    return Open(
        petitions=today.petitions + sum(each.handled - each.received for each in since),
        cases=today.cases + sum(each.amounts["closed"] - each.opened for each in since),
    )


def last_months(as_of: date) -> list[Month]:
    this = as_of.replace(day=1)
    return [Month.containing(months_after(this, back)) for back in range(1 - MONTHS, 1)]


def _tallies(period: Regular, *, as_of: date) -> list[Any]:
    """What units did, what was done in fields and kinds of communes; then month by month.

    The months go from the first that is shown or compared to the last; last, how they ended.
    """
    shown = months_after(as_of.replace(day=1), 1 - MONTHS)
    first = min(period.previous().start, period.same_last_year().start, shown)
    months = first, max(period.end, as_of)
    with connection.cursor() as cursor:
        cursor.execute(TALLIES, [*period.dates, *period.dates, *months, *months])
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
    UNION ALL
    SELECT 'end', petitions, "on", '', cases, unsettled
    FROM citizens_monthend WHERE "on" BETWEEN %s AND %s
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
    counted: list[Any] = [
        _grouped(by, rows, *columns)
        for by in ("unit", "field")
        for rows, *columns in (
            (waiting, Count("pk"), *[nobody] * 5),
            (late, nobody, Count("pk"), *[nobody] * 4),
            (cases, nobody, nobody, *of_cases),
        )
    ]
    return PreparedRows(counted[0].union(*counted[1:], all=True), {})


def _grouped(by: str, rows: Any, *columns: Any) -> QuerySet:
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
