"""Counting days over an immutable calendar. Pure: no table, no clock, no settings."""

from calendar import monthrange
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

SATURDAY = 5
ONE_DAY = timedelta(days=1)

# Article 112 of the Labour Code: the holidays that fall on the same date every year
FIXED_HOLIDAYS = {
    (1, 1): "Tết Dương lịch",
    (4, 30): "Ngày Chiến thắng",
    (5, 1): "Ngày Quốc tế Lao động",
    (9, 2): "Quốc khánh",
}
WORKED = "làm bù"


@dataclass(frozen=True)
class Calendar:
    """Which days are worked: weekdays that are not off, and the Saturdays worked instead.

    `years` holds the years that somebody entered, and whether each is verified. Any other year
    counts with weekends and the holidays of fixed date.
    """

    off: Mapping[date, str] = field(default_factory=dict)
    worked: frozenset[date] = frozenset()
    years: Mapping[int, bool] = field(default_factory=dict)

    def is_working(self, day: date) -> bool:
        if day.weekday() >= SATURDAY:
            return day in self.worked
        if day in self.off:
            return False
        return day.year in self.years or (day.month, day.day) not in FIXED_HOLIDAYS

    def why_off(self, day: date) -> str | None:
        """The name of the day off, or None for a working day."""
        if self.is_working(day):
            return None
        if day in self.off:
            return self.off[day]
        if day.year not in self.years and (day.month, day.day) in FIXED_HOLIDAYS:
            return FIXED_HOLIDAYS[day.month, day.day]
        return "thứ Bảy" if day.weekday() == SATURDAY else "Chủ nhật"

    def on_or_after(self, day: date) -> date:
        while not self.is_working(day):
            day += ONE_DAY
        return day

    def on_or_before(self, day: date) -> date:
        while not self.is_working(day):
            day -= ONE_DAY
        return day

    def add(self, day: date, n: int) -> date:
        """The n-th working day after `day`, which itself is not counted."""
        for _ in range(n):
            day = self.on_or_after(day + ONE_DAY)
        return day

    def subtract(self, day: date, n: int) -> date:
        """The n-th working day before `day`, which itself is not counted."""
        for _ in range(n):
            day = self.on_or_before(day - ONE_DAY)
        return day

    def count(self, after: date, until: date) -> int:
        """Working days after the first date up to and with the second; 0 when there are none.

        Whole weeks are not walked through: lists say of old cases by how much they are late.
        """
        weeks = max(0, days_between(after, until)) // 7
        started = until - 7 * weeks * ONE_DAY
        walked = sum(map(self.is_working, each_day(after + ONE_DAY, started)))
        return walked + 5 * weeks + self._unlike_a_week(started, until)

    def _unlike_a_week(self, after: date, until: date) -> int:
        """Weekend days worked less weekdays off, after the first date up to the second."""
        unlike = {*self.off, *self.worked, *self._fixed_holidays(after, until)}
        return sum(
            self.is_working(day) - (day.weekday() < SATURDAY)
            for day in unlike
            if after < day <= until
        )

    def _fixed_holidays(self, after: date, until: date) -> Iterator[date]:
        for year in range(after.year, until.year + 1):
            yield from (date(year, month, day) for month, day in FIXED_HOLIDAYS)

    def exceptions(self, first: date, last: date) -> tuple[tuple[date, str], ...]:
        """The weekdays off and the weekend days worked between two dates, both included."""
        return tuple(
            (day, WORKED if day.weekday() >= SATURDAY else self.why_off(day) or "")
            for day in each_day(first, last)
            if self.is_working(day) == (day.weekday() >= SATURDAY)
        )

    def unsure_years(self, first: date, last: date) -> tuple[tuple[int, bool], ...]:
        """The years between two dates that are (entered but unverified | not entered)."""
        years = range(first.year, last.year + 1)
        return tuple((year, year in self.years) for year in years if not self.years.get(year))


def each_day(first: date, last: date) -> Iterator[date]:
    while first <= last:
        yield first
        if first == date.max:
            return
        first += ONE_DAY


def days_after(day: date, n: int) -> date:
    """Calendar days: n may be negative."""
    return day + timedelta(days=n)


def days_between(first: date, last: date) -> int:
    return (last - first).days


def months_after(day: date, n: int) -> date:
    """The day of the same number n months on, else the last day of that month."""
    year, month = divmod(day.year * 12 + day.month - 1 + n, 12)
    if not date.min.year <= year <= date.max.year:
        raise OverflowError("date value out of range")
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def end_of_month(year: int, month: int) -> date:
    return date(year, month, monthrange(year, month)[1])
