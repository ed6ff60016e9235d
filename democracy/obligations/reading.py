"""Which rows a reader may know, whose they are, and how they stand unit by unit."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from democracy import rules
from portal.obligations import Duty, Line, duties, owed
from portal.people import Body, Unit, User
from portal.planning.rules import bodies_of, headed_by, units_of


def units_in(year: int, *, as_of: date) -> list[Unit]:
    """Those that exist on the day of the page, or still did in the year that is looked at."""
    last = min(as_of, date(year, 12, 31))
    return list(Unit.objects.open(as_of=last))


def seen_by(user: User, lines: Iterable[Line], *, on: date) -> list[Line]:
    """Of all units for who steers or supervises; else of the own units and bodies."""
    every = rules.sees_all(user, on=on)
    units, bodies = {*units_of(user, on=on), *headed_by(user, on=on)}, {*bodies_of(user, on=on)}
    return [
        line
        for line in lines
        if every or belongs(line, units, bodies)
        if not line.owed.readers or user.holds(*line.owed.readers, as_of=on)
    ]


def owned_by(user: User, lines: Iterable[Line], *, on: date) -> list[Line]:
    """What this reader has to see to: heads for their units, members for their body.

    What the office itself owes falls to the Director and to the coordinator.
    """
    units, bodies = {*headed_by(user, on=on)}, {*bodies_of(user, on=on)}
    coordinates = user.holds("coordinator", as_of=on)
    return [
        line
        for line in seen_by(user, lines, on=on)
        if belongs(line, units, bodies) or (coordinates and is_the_offices(line))
    ]


def belongs(line: Line, units: set[int], bodies: set[int]) -> bool:
    row = line.owed
    if row.unit is not None:
        return row.unit.pk in units
    return row.body is not None and row.body.pk in bodies


def is_the_offices(line: Line) -> bool:
    return line.owed.unit is not None and line.owed.unit.kind == Unit.Kind.HEADQUARTERS


@dataclass
class Cell:
    """How one unit stands with one duty."""

    open: int = 0
    late: int = 0
    done: int = 0

    def take(self, line: Line, *, as_of: date) -> None:
        row = line.owed
        if row.done_on is not None:
            self.done += row.stands_for
        else:
            self.open += row.stands_for
            self.late += row.stands_for * row.is_late(as_of=as_of)


@dataclass
class Row:
    """A unit or body across all duties."""

    place: Unit | Body
    cells: dict[str, Cell] = field(default_factory=lambda: defaultdict(Cell))

    @property
    def is_body(self) -> bool:
        return isinstance(self.place, Body)

    @property
    def late(self) -> int:
        return sum(cell.late for cell in self.cells.values())

    @property
    def open(self) -> int:
        return sum(cell.open for cell in self.cells.values())

    @property
    def done(self) -> int:
        return sum(cell.done for cell in self.cells.values())

    def late_with(self, shown: Sequence[Duty]) -> list[tuple[Duty, int]]:
        found = [(duty, self.cells[duty.code].late) for duty in shown if duty.code in self.cells]
        return [(duty, late) for duty, late in found if late]

    def to_do(self, shown: Sequence[Duty]) -> list[tuple[Duty, int]]:
        """What is left and not late."""
        found = [(duty, self.cells[duty.code]) for duty in shown if duty.code in self.cells]
        return [(duty, cell.open - cell.late) for duty, cell in found if cell.open > cell.late]


def matrix(lines: Iterable[Line], units: Iterable[Unit], *, as_of: date) -> list[Row]:
    """Every unit, also one that owes nothing; then the bodies that owe something."""
    rows: dict[Any, Row] = {unit: Row(unit) for unit in units}
    for line in lines:
        place = line.owed.place
        if place is not None:
            row = rows.setdefault(place, Row(place))
            row.cells[line.duty.code].take(line, as_of=as_of)
    return sorted(rows.values(), key=lambda row: (row.is_body, row.place.name))


def shown_duties(lines: Iterable[Line]) -> list[Duty]:
    """Those that somebody owes; a duty that nobody has yet is no column."""
    codes = {line.duty.code for line in lines}
    return [duty for duty in duties() if duty.code in codes]


def lines_of_year(year: int, *, on: date) -> tuple[list[Unit], list[Line]]:
    units = units_in(year, as_of=on)
    return units, owed(units, year=year, as_of=on)
