"""Two thirds, more than half: what the totals of a meeting mean."""

from __future__ import annotations

from datetime import date
from math import ceil

from democracy import statutes
from portal.deadlines import DeadlineError, compute
from portal.working_days import calendar, months_after

DECEMBER = 12


def quorum_of(convened: int) -> int:
    """Two thirds of those convened, rounded up."""
    return ceil(statutes.QUORUM.value * convened)


def is_majority(yes: int, *, of: int) -> bool:
    """More than half: exactly half is not enough."""
    return yes > statutes.MAJORITY.value * of


def is_optional(total_staff: int) -> bool:
    return total_staff <= statutes.OPTIONAL_UP_TO.value


def needs_reason_for_delegates(total_staff: int) -> bool:
    return total_staff < statutes.DELEGATES_FROM.value


def last_day_for(work_year: int) -> date | None:
    """Of the conference about that year; nothing runs for the years of the old decree."""
    try:
        term = compute(
            statutes.RULES["T3"], start=date(work_year, 12, 31), calendar=calendar()
        )  # fmt: skip
    except DeadlineError:
        return None
    return term.due


def year_in_question(on: date) -> int:
    """The work year that conferences are about: from December on the one that is ending."""
    return on.year if on.month == DECEMBER else on.year - 1


def check_day(adopted_on: date, place: int) -> date | None:
    """Of the first, second … check of a resolution; none under the old decree."""
    if adopted_on < statutes.DEMOCRACY_LAW:
        return None
    return months_after(adopted_on, place * statutes.RULES["T4"].version_on(adopted_on).length)
