"""The stretches of the calendar that a phrase names, each with the place where it stands.

A stretch may lack its year; `grammar` fills it in from its neighbours or the plan.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from portal.working_days import end_of_month

LAST = 32  # as a day: the last one of its month
LEAP_YEAR = 2024
FIRST_YEAR, LAST_YEAR = 1945, 2100


@dataclass(frozen=True)
class Span:
    """From `first` to `last` (month, day), both included, in `year` and `last_year`."""

    unit: str
    first: tuple[int, int]
    last: tuple[int, int]
    year: int | None = None
    last_year: int | None = None
    begin: int = 0
    end: int = 0
    flags: tuple[str, ...] = ()
    joined: str = ""

    @property
    def possible(self) -> bool:
        """31/6 is not, nor is 29/02/2026."""
        for year, place in ((self.year, self.first), (self.last_year or self.year, self.last)):
            if day_of(year or LEAP_YEAR, place) is None:
                return False
        return True

    def in_year(self, year: int, last_year: int | None = None) -> Span:
        return replace(self, year=year, last_year=last_year or year)

    def about(self) -> Span:
        return replace(self, flags=(*self.flags, "approx"))

    @property
    def start(self) -> date:
        return known(day_of(self.year or LEAP_YEAR, self.first))

    @property
    def due(self) -> date:
        return known(day_of(self.last_year or self.year or LEAP_YEAR, self.last))


def known(day: date | None) -> date:
    if day is None:
        raise ValueError("an impossible date")
    return day


def day_of(year: int, place: tuple[int, int]) -> date | None:
    month, day = place
    if not (1 <= month <= 12 and FIRST_YEAR <= year <= LAST_YEAR):
        return None
    end = end_of_month(year, month)
    if day == LAST:
        return end
    return date(year, month, day) if 1 <= day <= end.day else None
