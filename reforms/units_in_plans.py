"""Units that have no reform task in a year: every one must have at least one."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from portal.people import Unit
from reforms.plan_rates import reform_shares


def units_without(year: int, *, as_of: date) -> Any:
    """Open on that day, other than the office itself."""
    having = reform_shares().filter(running_in(year), unit__isnull=False)
    units = Unit.objects.open(as_of=as_of).exclude(kind=Unit.Kind.HEADQUARTERS)
    return units.exclude(pk__in=having.values("unit"))


def running_in(year: int) -> Q:
    """A plan of several years gives its units something to do in each of them."""
    spanning = Q(plan__from_on__year__lte=year, plan__to_on__year__gte=year)
    return Q(plan__year=year) | spanning
