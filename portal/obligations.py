"""What the law and the office's own plans oblige units and bodies to do in a year, row by row.

A room says its own duties here (``register``); one page, the desk, the daily reminder and the
leaders' page read them all, so that nobody keeps a list of what is owed beside the records.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from portal.deadlines import Standing, standing
from portal.people import Body, Unit
from portal.text import day, number


@dataclass(frozen=True)
class Owed:
    """One thing that one unit or body owes, or a number of alike things that were done in time.

    ``record``: the code or number of what it was done with. ``url``: that record, or where it is
    made. ``readers``: the roles that alone may see the row; nobody named: whoever sees the unit.
    """

    what: str
    unit: Unit | None = None
    body: Body | None = None
    due: date | None = None
    done_on: date | None = None
    record: str = ""
    url: str = ""
    stands_for: int = 1
    readers: tuple[str, ...] = ()

    @property
    def place(self) -> Unit | Body | None:
        return self.unit or self.body

    def is_open(self) -> bool:
        return self.done_on is None

    def is_late(self, *, as_of: date) -> bool:
        """Not done by its last day, or done after it."""
        return self.due is not None and self.due < (self.done_on or as_of)

    def standing(self, *, as_of: date) -> Standing:
        if self.done_on is None:
            return standing(self.due, as_of=as_of)
        words = "Đã làm sau hạn" if self.is_late(as_of=as_of) else "Đã làm đúng hạn"
        return Standing("done", f"{words}, {day(self.done_on)}", words, self.done_on)


@dataclass(frozen=True)
class Duty:
    """One line of the table of time limits: its code, its words, where the law says so.

    ``rows(units, year=, as_of=)`` yields what those units, and the bodies beside them, owe of it
    in that year; in a bounded number of statements, however many units there are.
    """

    code: str
    label: str
    source: str
    rows: Callable[..., Iterable[Owed]]


DUTIES: dict[str, Duty] = {}


def register(duty: Duty) -> Duty:
    if DUTIES.get(duty.code, duty) != duty:
        raise ValueError(f"two duties are called {duty.code}")
    DUTIES[duty.code] = duty
    return duty


def duties() -> list[Duty]:
    """T1 … T16, then those that the office gave itself."""
    return sorted(
        DUTIES.values(), key=lambda duty: (duty.code[:1] != "T", len(duty.code), duty.code)
    )


@dataclass(frozen=True)
class Line:
    """A row under its duty."""

    duty: Duty
    owed: Owed


def in_time(
    what: str, counts: Iterable[tuple[Unit, int]], *, on: date, url: str = ""
) -> Iterator[Owed]:
    """What was done by its last day, as a number a unit: ``what`` takes the place of ``{n}``."""
    for unit, count in counts:
        yield Owed(what.format(n=number(count)), unit, done_on=on, url=url, stands_for=count)


def owed(units: Sequence[Unit], *, year: int, as_of: date) -> list[Line]:
    """Everything those units owe of the year, duty after duty, the nearest first."""
    return [
        Line(duty, row)
        for duty in duties()
        for row in sorted(
            duty.rows(units, year=year, as_of=as_of),
            key=lambda row: (row.done_on is not None, row.due or date.max, row.what),
        )
    ]
