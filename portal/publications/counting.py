"""How often the public site is read: two numbers a day, and nothing about anybody.

A visit is a page opened from elsewhere; pages opened from our own are read in the same visit. The
browser says where it comes from only to its own site, so nobody has to be recognised. No address,
no cookie, no hour. Counted in the process and written once a minute: a crash loses a minute.
"""

from __future__ import annotations

from datetime import date, timedelta
from time import monotonic
from typing import Any, NamedTuple

from django.conf import settings
from django.db import DatabaseError, connection, models
from django.db.models import Q, Sum
from django.utils import timezone

from portal.kept import Kept

WRITE_EVERY = 60  # seconds
ADD = """
INSERT INTO portal_visitday AS kept ("on", visits, pages) VALUES (%s, %s, %s)
ON CONFLICT ("on") DO UPDATE
SET visits = kept.visits + excluded.visits, pages = kept.pages + excluded.pages
"""


class VisitDay(models.Model):
    """Lượt truy cập của một ngày."""

    on = models.DateField("ngày", primary_key=True)
    visits = models.PositiveIntegerField("lượt truy cập", default=0)
    pages = models.PositiveIntegerField("lượt xem trang", default=0)

    def __str__(self) -> str:
        return f"{self.on:%Y-%m-%d}: {self.visits}"


class Tally:
    """What this process has counted and not yet written."""

    def __init__(self) -> None:
        self.counted: dict[date, list[int]] = {}
        self.written_at = monotonic()

    def note(self, *, on: date, begins: bool) -> None:
        kept = self.counted.setdefault(on, [0, 0])
        kept[0] += begins
        kept[1] += 1
        every = getattr(settings, "VISITS_WRITTEN_EVERY", WRITE_EVERY)
        if monotonic() - self.written_at >= every:
            self.write()

    def write(self) -> None:
        """A database that does not take them now gets them later."""
        self.written_at = monotonic()
        waiting, self.counted = self.counted, {}
        try:
            with connection.cursor() as cursor:
                for on, (visits, pages) in waiting.items():
                    cursor.execute(ADD, [on, visits, pages])
        except DatabaseError:
            self.counted = waiting


tally = Tally()


class Told(NamedTuple):
    """Lượt truy cập."""

    today: int
    week: int
    month: int
    all: int


def told(*, on: date) -> Told:
    """Today, this week from its Monday, this month, since the counting began."""
    since = {"today": on, "week": on - timedelta(days=on.weekday()), "month": on.replace(day=1)}
    sums: dict[str, Any] = {
        name: Sum("visits", filter=Q(on__range=(first, on)), default=0)
        for name, first in since.items()
    }
    counted = VisitDay.objects.aggregate(all=Sum("visits", default=0), **sums)
    return Told(**counted)


@Kept
def told_today() -> Told:
    return told(on=timezone.localdate())
