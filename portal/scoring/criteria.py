"""A criteria set as a value: who issued it, whom it rates, its lines, levels and conditions."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cached_property

from portal.scoring.methods import Method


class Rates(StrEnum):
    """Whom a set rates."""

    UNIT = "unit"
    STEERING = "steering"
    INDIVIDUAL = "individual"


class Part(StrEnum):
    """Whether points of a group make up the regular sum, come on top, or go off."""

    REGULAR = "regular"
    BONUS = "bonus"
    MINUS = "minus"


class Effect(StrEnum):
    """What a condition does to the level that the points would give."""

    VETO = "veto"
    CAP = "cap"
    UNRATED = "unrated"


@dataclass(frozen=True)
class Criterion:
    """One line that gets points: a criterion, or one part of a criterion."""

    code: str
    name: str
    top: Decimal
    method: Method
    part: Part = Part.REGULAR
    of: str = ""
    """The criterion whose part it is; its own code where it has no parts."""
    by_superior: bool = False
    needs_evidence: bool = False
    gate: str = ""
    """A question: with "no" the line gets nothing, whatever was counted."""
    guide: str = ""
    owner: str = ""
    ready: str = ""
    """The month and day from which it can be judged, 12-31; empty: all the year."""
    figure: str = ""
    figure_of: str = ""
    """Names of figures with which the portal can count the line: a share, or a count and of what
    it is a part; empty: it cannot."""


@dataclass(frozen=True)
class Group:
    code: str
    name: str
    top: Decimal
    part: Part
    lines: tuple[Criterion, ...]


@dataclass(frozen=True)
class Level:
    code: str
    name: str
    least: Decimal
    no_zero: bool = False
    """Not to be had with a criterion that got nothing."""


@dataclass(frozen=True)
class Condition:
    """A fact that overrules points: stated by a reviewer with its paper, or seen by itself."""

    code: str
    words: str
    effect: Effect
    level: str = ""
    seen: str = ""
    """"not_self_scored" or "too_new": nobody states it."""


@dataclass(frozen=True)
class TieBreak:
    """Of two with the same total the one with more comes first."""

    line: str
    by: str = "points"
    words: str = ""


@dataclass(frozen=True)
class Quota:
    """How many may be proposed for a commendation."""

    of: str
    collectives: int
    persons: int


@dataclass(frozen=True)
class CriteriaSet:
    """One version of one set."""

    code: str
    title: str
    issuer: str
    reference: str
    dated_on: date | None
    valid_from: date
    rates: Rates
    source: str
    groups: tuple[Group, ...]
    levels: tuple[Level, ...]
    """The best first; none where a set only ranks or only follows."""
    unseen: tuple[str, ...] = ()
    """What was not seen in the document, so that a person looks before it is used."""
    conditions: tuple[Condition, ...] = ()
    regular: Decimal = Decimal(100)
    bonus_cap: Decimal | None = None
    minus_cap: Decimal | None = None
    floor: Decimal | None = None
    ceiling: Decimal | None = None
    decimals: int = 2
    rescale: bool = False
    """Lines that are not counted leave the maximum, and the rest is drawn up to it."""
    months_at_least: int = 0
    self_from: str = ""
    self_due: str = ""
    ties: tuple[TieBreak, ...] = ()
    ties_last: str = ""
    commended_from: str = ""
    quotas: tuple[Quota, ...] = ()

    @cached_property
    def lines(self) -> dict[str, Criterion]:
        return {line.code: line for group in self.groups for line in group.lines}

    @cached_property
    def own_lines(self) -> tuple[Criterion, ...]:
        """Those that whoever is rated scores."""
        return tuple(line for line in self.lines.values() if not line.by_superior)

    def level(self, code: str) -> Level:
        return next(level for level in self.levels if level.code == code)

    def worse(self, one: Level, other: Level) -> Level:
        return max(one, other, key=self.levels.index)

    def condition(self, code: str) -> Condition:
        return next(each for each in self.conditions if each.code == code)

    @property
    def stated(self) -> Iterator[Condition]:
        """Those that a person has to state."""
        return (each for each in self.conditions if not each.seen)
