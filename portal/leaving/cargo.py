"""What somebody leaves behind: each sort of work says what goes to the successor and what stays."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import date

from portal.people import Position, User

Told = tuple[str, str]
"""A line free of contents, and why it does not go to the successor; '' where it does."""


@dataclass(frozen=True)
class Going:
    """One person who leaves, the named successor, on whose word."""

    person: User
    heir: User
    by: User
    on: date
    decision: str

    @property
    def words(self) -> str:
        return f"{self.person} thôi làm việc, {self.decision}"

    def heir_works_in(self, unit_id: int | None) -> bool:
        """Work stays within its unit; whoever works elsewhere gets none of it by leaving."""
        return any(
            row.unit_id == unit_id and not row.standing_in
            for row in self.heir.positions_on(self.on)
        )

    def post_after(self, position: Position) -> Position | None:
        """Who holds the same role in the same unit or body on that day, beside whoever leaves."""
        held = Position.objects.open(as_of=self.on).filter(
            role=position.role, unit=position.unit, body=position.body
        )
        return held.exclude(user=self.person).order_by("pk").first()


@dataclass(frozen=True)
class Load:
    """One sort of work. ``move`` hands it over and tells one line each."""

    label: str
    move: Callable[[Going], Iterable[Told]]
    place: int


LOADS: list[Load] = []
COLUMNS: dict[str, str] = {}
"""Every column that says whose open work it is, and the sort of work that hands it over."""


def hands_over(label: str, *columns: str, place: int = 50) -> Callable:
    """Mark the function that hands over one sort of work, told by these columns."""

    def declare(move: Callable[[Going], Iterable[Told]]) -> Callable:
        LOADS.append(Load(label, move, place))
        LOADS.sort(key=lambda each: each.place)
        COLUMNS.update(dict.fromkeys(columns, label))
        return move

    return declare
