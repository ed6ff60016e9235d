"""Units that have no reform task in a year: every one must have at least one."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.people import Unit
from reforms.plan_rates import reform_shares


def units_without(year: int, *, as_of: date) -> Any:
    """Open on that day, other than the office itself."""
    having = reform_shares().filter(plan__year=year, unit__isnull=False)
    # a plan of several years gives its units something to do in each of them
    spanning = reform_shares().filter(
        plan__from_on__year__lte=year, plan__to_on__year__gte=year, unit__isnull=False
    )
    units = Unit.objects.open(as_of=as_of).exclude(kind=Unit.Kind.HEADQUARTERS)
    return units.exclude(pk__in=having.values("unit")).exclude(pk__in=spanning.values("unit"))
