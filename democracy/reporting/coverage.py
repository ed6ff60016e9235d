"""Who has heard of it: numerator and denominator by place, and of all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from democracy.models import Briefing, BriefingSession

ALL = 100


@dataclass(frozen=True)
class Heard:
    """One place; ``of``: what the latest session says there are, nothing before the first."""

    place: Any
    heard: int
    of: int | None
    sessions: int = 0

    @property
    def percent(self) -> int | None:
        return None if not self.of else self.heard * ALL // self.of


@dataclass(frozen=True)
class Coverage:
    places: tuple[Heard, ...]

    @property
    def told(self) -> int:
        return sum(1 for row in self.places if row.sessions)

    @property
    def heard(self) -> int:
        return sum(row.heard for row in self.places)

    @property
    def of(self) -> int:
        return sum(row.of or 0 for row in self.places)

    @property
    def percent(self) -> int | None:
        """Of those counted; a place that told nothing has no number yet."""
        return None if not self.of else self.heard * ALL // self.of


def coverage_of(one: Briefing, sessions: Iterable[BriefingSession]) -> Coverage:
    """Units first, then bodies; sessions that were struck do not count."""
    by_place: dict[Any, list[BriefingSession]] = defaultdict(list)
    for row in sessions:
        if row.struck_on is None:
            by_place[row.place].append(row)
    places = (*one.units.all(), *one.bodies.all())
    return Coverage(tuple(heard_at(place, by_place[place]) for place in places))


def heard_at(place: Any, rows: list[BriefingSession]) -> Heard:
    latest = max(rows, key=lambda row: (row.held_on, row.pk), default=None)
    heard = sum(row.attending for row in rows)
    of = None if latest is None else max(latest.headcount, heard)
    return Heard(place, heard, of, len(rows))
