"""The days on which the head received, in person or not, against the law's; the next one."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from functools import lru_cache

from django.db.models import Q, Subquery

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
    own_announced: set[date] = field(default_factory=set)
    delegated_announced: set[date] = field(default_factory=set)
    """As 01/TCD counts: cancelled ones too, a postponed one on its new day."""
    due: int = 0
    """How many days the law wants of the months that have begun."""
    missing: list[Month] = field(default_factory=list)
    """Months that are over without a day of the head in person."""
    next: Reception | None = None

    @property
    def recorded(self) -> bool:
        """Whether anything is known of the period."""
        return bool(self.own or self.delegated or self.own_announced or self.delegated_announced)


def reception_days(period: Period, *, as_of: date) -> ReceptionDays:
    told = ReceptionDays()
    for session in _sessions(period.dates, as_of).read({}):
        head = session.host == Host.HEAD
        if session.stage == ReceptionStage.HELD:
            (told.own if head else told.delegated).add(session.date)
        elif session.stage == ReceptionStage.PLANNED and session.date >= as_of:
            told.next = told.next or session
        if session.counts_as_announced and session.date in period:
            (told.own_announced if head else told.delegated_announced).add(session.date)
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
    """Those of the period, and the next day to come."""
    known = Reception.objects.filter(unit=None)
    to_come = known.filter(stage=ReceptionStage.PLANNED, date__gte=as_of).order_by("date")
    next_day = Q(stage=ReceptionStage.PLANNED, date=Subquery(to_come.values("date")[:1]))
    rows = known.with_words().filter(Q(date__range=dates) | next_day).order_by("date", "starts_at")
    return PreparedRows(rows, {})
