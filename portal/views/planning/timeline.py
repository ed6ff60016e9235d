"""A plan as bars over its months, drawn by the server; the table beside says the same in words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.planning import Plan
from portal.working_days import days_between, months_after

MOST_MONTHS = 24
LEAST = 0.8
"""A point of time still has a width that can be seen."""


@dataclass(frozen=True)
class Bar:
    """One task over the whole width, in hundredths."""

    task: Any
    x: float
    width: float
    kind: str

    @property
    def late(self) -> bool:
        return self.kind == "dl"


@dataclass(frozen=True)
class Timeline:
    ticks: list[str]
    bars: list[Bar]
    without: list[Any]
    today: float | None


def timeline_of(plan: Plan, tasks: Iterable[Any], *, on: date) -> Timeline:
    first, last = plan.from_on.replace(day=1), plan.to_on
    span = max(days_between(first, last), 1)

    def place(day: date) -> float:
        return round(min(max(100 * days_between(first, day) / span, 0), 100), 2)

    bars, without = [], []
    for task in tasks:
        begin, end = task.start, task.due
        if begin is None and end is None:
            without.append(task)
            continue
        x = place(begin or end)
        width = max(place(end or last) - x, LEAST)
        bars.append(Bar(task, min(x, 100 - LEAST), width, kind_of(task)))
    inside = first <= on <= last
    bars.sort(key=lambda bar: (bar.x, bar.x + bar.width))
    return Timeline(ticks_of(first, last), bars, without, place(on) if inside else None)


def kind_of(task: Any) -> str:
    """Late, done, or on its way."""
    if task.shares_late:
        return "dl"
    return "d2" if task.shares_all and task.shares_done == task.shares_all else "d1"


def ticks_of(first: date, last: date) -> list[str]:
    """Months of a year; years of a longer time."""
    months = (last.year - first.year) * 12 + last.month - first.month + 1
    if months > MOST_MONTHS:
        return [str(year) for year in range(first.year, last.year + 1)]
    days = [months_after(first, n) for n in range(months)]
    return [f"T{day.month}" for day in days]
