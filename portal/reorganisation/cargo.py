"""What a unit leaves behind when it ends: each sort of thing says how it is named and moved."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date

from portal.fields import Field
from portal.people import Position, Unit, User


@dataclass(frozen=True)
class Handover:
    """One unit and who carries on its work; the first heir has what nothing else is said about.

    ``by_field``: the unit for the petitions and cases of a field. ``positions``: the new position
    of everybody who moved, under the id of the old one; ``ended``: the old ones, and those of
    whoever waits for another; ``left``: the people who held them.
    """

    old: Unit
    heirs: tuple[Unit, ...]
    on: date
    decision: str
    by: User
    by_field: Mapping[int, Unit] = field(default_factory=dict)
    positions: Mapping[int, Position] = field(default_factory=dict)
    ended: frozenset[int] = frozenset()
    left: frozenset[int] = frozenset()

    @property
    def heir(self) -> Unit:
        return self.heirs[0]

    @property
    def stays(self) -> bool:
        """A part was split off; what nothing is said about remains where it is."""
        return self.heir == self.old

    def unit_for(self, field: Field | None) -> Unit:
        """Of a field that nobody decided about, the field above it decides."""
        if field is None:
            return self.heir
        above = self.by_field.get(field.parent_id or 0, self.heir)
        return self.by_field.get(field.pk, above)

    def keeps(self, officer_id: int | None, *, unit: Unit) -> bool:
        """Whether an officer of the old unit goes on with the work that goes to this unit."""
        if officer_id not in self.left:
            return True
        return any(
            row.user_id == officer_id and row.unit_id == unit.pk for row in self.positions.values()
        )


@dataclass(frozen=True)
class Cargo:
    """One sort of thing. ``move`` moves it and returns one line each, free of contents."""

    label: str
    move: Callable[[Handover], Iterable[str]]
    place: int = 50


CARGO: list[Cargo] = []


def carries_over(label: str, *, place: int = 50) -> Callable:
    """Mark the function that moves one sort of thing."""

    def declare(move: Callable[[Handover], Iterable[str]]) -> Callable:
        CARGO.append(Cargo(label, move, place))
        CARGO.sort(key=lambda each: each.place)
        return move

    return declare
