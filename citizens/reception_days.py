"""The days on which the head received, in person or not, against the law's; the next one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.db.models import Q

from portal.periods import Month, Period
from portal.prepared import PreparedRows

from .models import Reception
from .models.reception.vocabulary import Host, ReceptionStage
from .statutes import OWN_DAYS


@dataclass
class ReceptionDays:
    """Of the office itself; units keep days of their own."""

    own: set[date] = field(default_factory=set)
    delegated: set[date] = field(default_factory=set)
    due: int = 0
    """How many days the law wants of the months that have begun."""
    missing: list[Month] = field(default_factory=list)
    """Months that are over without a day of the head in person."""
    next: Reception | None = None


def reception_days(period: Period, *, as_of: date) -> ReceptionDays:
    told = ReceptionDays()
    for session in _sessions(period.dates, as_of).read({}):
        if session.stage == ReceptionStage.PLANNED:
            told.next = told.next or session
        else:
            (told.own if session.host == Host.HEAD else told.delegated).add(session.date)
    months = [month for month in months_of(period) if OWN_DAYS.since <= month.start <= as_of]
    told.due = OWN_DAYS.a_month * len(months)
    kept = {(each.year, each.month) for each in told.own}
    told.missing = [
        month
        for month in months
        if month.end < as_of and (month.start.year, month.start.month) not in kept
    ]
    return told


def months_of(period: Period) -> list[Month]:
    months, month = [], Month.containing(period.start)
    while month.start <= period.end:
        months.append(month)
        month = month.following()
    return months


@lru_cache(maxsize=16)
def _sessions(dates: tuple[date, date], as_of: date) -> PreparedRows:
    """Those held in the period, then the first to come."""
    held, to_come = Q(date__range=dates, held=True), Q(stage=ReceptionStage.PLANNED)
    known = Reception.objects.with_words().filter(unit=None)
    rows = known.filter(held | to_come & Q(date__gte=as_of)).order_by("-held", "date", "starts_at")
    return PreparedRows(rows, {})
