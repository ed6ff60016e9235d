"""What the portal itself counts of a line: figures by name, each with its rows."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from typing import Any

from portal.periods import Period, Year
from portal.scoring import CriteriaSet, Criterion, Entry, Unscorable, points_of
from portal.statistics import REGISTRY, Figure


@dataclass(frozen=True)
class Proposal:
    """``points``: None where there was nothing to do; ``rows``: addresses of what was counted."""

    entry: Entry
    points: Decimal | None
    rows: tuple[str, str] = ("", "")


class Counting:
    """Figures of one period and one unit (''; the whole office), each counted once."""

    def __init__(self, of: CriteriaSet, period: Period, *, unit: str = "") -> None:
        self.of, self.period, self.unit = of, period, unit
        self.value = cache(self.counted)

    def proposal(self, line: Criterion) -> Proposal | None:
        """None where the portal cannot count the line, or has no figures yet."""
        names = names_of(line)
        values = [self.value(name) for name in names]
        if not names or None in values:
            return None
        entry = Entry(*values)
        try:
            return Proposal(entry, points_of(self.of, line, entry), self.rows(names))
        except Unscorable:
            return None

    def knows(self, line: Criterion) -> bool:
        """Whether the portal publishes what the line is counted from."""
        return bool(names_of(line))

    def counted(self, name: str) -> Decimal | None:
        value = REGISTRY[name].value(self.period, unit=self.unit)
        return None if value is None else Decimal(str(value))

    def rows(self, names: list[str]) -> tuple[str, str]:
        found = [REGISTRY[name].opens(self.period, unit=self.unit) for name in names]
        return found[0], found[1] if len(found) > 1 else ""


def names_of(line: Criterion) -> list[str]:
    """A share by its parts, or one count; nothing where a figure is not published."""
    names = [line.figure, line.figure_of] if line.figure_of else parts_of(line)
    asked = 2 if "whole" in line.method.asks else 1
    return names if len(names) == asked and all(name in REGISTRY for name in names) else []


def parts_of(line: Criterion) -> list[str]:
    figure: Figure | None = REGISTRY.get(line.figure)
    if figure is None:
        return []
    return [figure.numerator, figure.denominator] if figure.denominator else [figure.name]


def says_the_same(one: Entry, other: Entry) -> bool:
    return (one.value, one.whole) == (other.value, other.whole)


def unit_of(card: Any) -> str:
    """The figures of the office itself are those of all its units."""
    return "" if card.campaign.of_the_office else card.unit.code


def proposal_of(card: Any, line: Criterion) -> Proposal | None:
    """What the portal counts of one line of a card, in the year of its campaign."""
    return counting_for(card).proposal(line)


def counting_for(card: Any) -> Counting:
    return Counting(card.set, Year.of(card.campaign.year), unit=unit_of(card))
