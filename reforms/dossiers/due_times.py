"""When a dossier is due: working hours through sessions, working days, calendar days.

Pure: the calendar and the sessions are arguments. By the hour, what comes before the day begins
is received when it begins, at noon when the afternoon begins, after the end on the next working
day; by the day, the day of receipt is not counted (Bộ luật Dân sự 2015, Điều 147, Điều 148).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from decimal import Decimal
from enum import StrEnum

from portal.working_days import Calendar, days_after
from reforms.dossiers.working_hours import BY_DAY, Session

HOURS_A_DAY = 8


class Unit(StrEnum):
    """In what a limit is given; the words are those of procedures."""

    WORKING = "working"
    CALENDAR = "calendar"
    HOURS = "hours"


@dataclass(frozen=True)
class Limit:
    """So many of a unit; parts of a working day are hours."""

    quantity: Decimal
    unit: Unit = Unit.WORKING

    @property
    def minutes(self) -> int:
        each = HOURS_A_DAY if self.unit == Unit.WORKING else 1
        return int(self.quantity * each * 60)

    @property
    def is_whole(self) -> bool:
        return self.quantity == self.quantity.to_integral_value()


@dataclass(frozen=True)
class Clock:
    """The office's calendar and sessions."""

    calendar: Calendar
    sessions: Sequence[Session]

    def begins(self, at: datetime) -> datetime:
        """The first working minute at or after this one."""
        return next(start for start, _ in self.stretches(at))

    def stretches(self, at: datetime) -> Iterator[tuple[datetime, datetime]]:
        """What is left of this day's sessions, then those of each working day."""
        day = at.date()
        while True:
            if self.calendar.is_working(day):
                for session in self.sessions:
                    start, end = moment(day, session.begins), moment(day, session.ends)
                    if end > at:
                        yield max(start, at), end
            day = days_after(day, 1)

    def after(self, at: datetime, minutes: int) -> datetime:
        """So many working minutes on; what ends with a session ends there."""
        for start, end in self.stretches(at):
            left = int((end - start).total_seconds()) // 60
            if minutes <= left:
                return start + timedelta(minutes=minutes)
            minutes -= left
        raise AssertionError("working days never end")

    def between(self, first: datetime, last: datetime) -> int:
        """Working minutes from the one to the other."""
        found = 0
        for start, end in self.stretches(first):
            if start >= last:
                return found
            found += int((min(end, last) - start).total_seconds()) // 60
        raise AssertionError("working days never end")


def moment(day: date, minute: int) -> datetime:
    return datetime.combine(day, time(minute // 60, minute % 60))


def due_at(limit: Limit, received: datetime, clock: Clock) -> datetime:
    """By the hour."""
    if limit.unit == Unit.CALENDAR:
        last = due_on(limit, received.date(), clock.calendar)
        return moment(last, clock.sessions[-1].ends)
    return clock.after(clock.begins(received), limit.minutes)


def due_on(limit: Limit, received: date, calendar: Calendar) -> date:
    """By the day; parts of a day have none."""
    if limit.unit == Unit.CALENDAR:
        return calendar.on_or_after(days_after(received, int(limit.quantity)))
    if not limit.is_whole or limit.unit == Unit.HOURS:
        raise ValueError("Thời hạn tính bằng giờ hoặc có phần lẻ thì tính theo giờ tiếp nhận.")
    return calendar.add(received, int(limit.quantity))


def due(limit: Limit, received: datetime, clock: Clock, *, mode: str) -> datetime:
    """As the office counts; what cannot be counted by the day is counted by the hour."""
    by_day = mode == BY_DAY and limit.unit == Unit.WORKING and limit.is_whole
    if not by_day:
        return due_at(limit, received, clock)
    return moment(due_on(limit, received.date(), clock.calendar), clock.sessions[-1].ends)


def paused(last: datetime, pauses: Sequence[tuple[datetime, datetime]], clock: Clock) -> datetime:
    """Waiting for a supplement stops the clock: its working time is added behind."""
    return clock.after(last, sum(clock.between(*pause) for pause in pauses))
