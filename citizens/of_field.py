"""One field: what came and went month by month, and why its settled cases came about."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from datetime import date

from django.db.models import Count, Sum

from portal.filters import fields_below
from portal.periods import Month, Period

from .counts import Counts
from .models import Case, Cause, Tally
from .models.cause import EXPLAINED_AT


def months_of(field: str, *, first: date, last: date) -> dict[date, Counts]:
    """By the first of each month, of the field and those below it; denunciations are in none."""
    rows = Tally.objects.filter(field__in=fields_below(field), month__range=(first, last))
    found: dict[date, Counts] = defaultdict(Counts)
    sums = rows.values_list("month", "what").annotate(amount=Sum("amount"), spent=Sum("days"))
    for month, what, amount, spent in sums.order_by():
        found[month].add(what, amount, spent)
    return found


def added(months: Mapping[date, Counts], period: Period) -> Counts:
    """What the months of a period brought together."""
    total = Counts()
    for month, counts in months.items():
        if month in period:
            for what, amount in counts.amounts.items():
                total.add(what, amount, counts.days[what])
    return total


def causes_of(field: str, period: Period) -> dict[str, int]:
    """How many cases settled in the period came about by each cause; the codes that were named."""
    settled = Case.objects.filter(
        field__in=fields_below(field), decided_on__range=period.dates, stage__in=EXPLAINED_AT
    )
    explained = Cause.objects.filter(case__in=settled)
    return dict(explained.values_list("code").annotate(Count("pk")).order_by())


def line_of(months: Mapping[date, Counts], shown: list[Month]) -> tuple[list[int], list[int]]:
    """Petitions received and cases settled, a number for each of the months."""
    counts = [months.get(month.start, Counts()) for month in shown]
    return [each.received for each in counts], [each.settled for each in counts]
