"""What is known about a petition: the few facts that the sentences are made of."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import Any, Self, get_type_hints

from citizens import statutes
from citizens.models import Clock, PaperKind
from citizens.models.vocabulary import Kind, Regime

AWAITED = (*statutes.ACCEPTING, *statutes.SETTLING, "DON_XL")
"""The periods that a citizen waits for, the weightiest first; the office's chores are not told."""


@dataclass(frozen=True)
class Fact:
    """A row as the database tells it in JSON: what was a day is a day again."""

    @classmethod
    def read(cls, told: dict[str, Any]) -> Self:
        kind: Any = cls
        days = days_of(kind)
        return cls(**{name: as_day(v) if name in days else v for name, v in told.items()})

    @classmethod
    def several(cls, rows: Sequence[dict[str, Any]]) -> list[Self]:
        return [cls.read(row) for row in rows]


@cache
def days_of(kind: type) -> frozenset[str]:
    hints = get_type_hints(kind)
    return frozenset(name for name, hint in hints.items() if hint in (date, date | None))


def as_day(told: str | None) -> date | None:
    return date.fromisoformat(told) if told else None


@dataclass(frozen=True)
class PaperFact(Fact):
    """A paper that has left the office."""

    kind: str
    number: str
    dated_on: date

    @property
    def title(self) -> str:
        return PaperKind(self.kind).label


@dataclass(frozen=True)
class NoteFact(Fact):
    """What was written to the citizen."""

    text: str
    on: date


@dataclass(frozen=True)
class DialogueFact(Fact):
    planned_on: date
    held_on: date | None
    place: str


@dataclass(frozen=True)
class ReplyFact(Fact):
    """What the body to which it was forwarded has written to us."""

    body: str
    number: str
    dated_on: date


@dataclass(frozen=True)
class CaseFact(Fact):
    """The case that the petition opened, or to which it was joined."""

    own: bool
    kind: str
    level: int
    stage: str
    received_on: date
    accepted_on: date | None
    decided_on: date | None
    closed_on: date | None
    paused_from: date | None
    outcome: str
    remote: bool
    regime: str
    own_seal: str | None
    appealed: bool
    pause_ground: str | None
    found_on: date | None

    @property
    def is_complaint(self) -> bool:
        return self.kind == Kind.COMPLAINT

    @property
    def settler(self) -> str:
        """Who decides: the Director, or the unit under its own seal."""
        return self.own_seal or "Giám đốc Sở"

    @property
    def next_settler(self) -> str:
        """To whom a second complaint goes (KN Đ20, Đ21)."""
        if self.regime == Regime.LABOUR:
            return "người có thẩm quyền giải quyết lần hai"
        return "Giám đốc Sở" if self.own_seal else "Chủ tịch UBND tỉnh"

    @property
    def procedure(self) -> statutes.Procedure:
        return statutes.PROCEDURES[self.regime]

    @property
    def over(self) -> bool:
        return bool(self.decided_on or self.closed_on)


@dataclass(frozen=True)
class PetitionFact(Fact):
    code: str
    sealed: bool
    kind: str
    stage: str
    received_on: date
    due_key: date
    ground: str
    addressee: str


@dataclass(frozen=True)
class Story:
    """All that is known; ``as_of`` is the day on which it is told."""

    as_of: date
    petition: PetitionFact
    case: CaseFact | None
    unit: str
    counter: str
    phone: str
    papers: Sequence[PaperFact]
    notes: Sequence[NoteFact]
    clocks: Sequence[Clock]
    dialogues: Sequence[DialogueFact]
    replies: Sequence[ReplyFact]

    @property
    def clock(self) -> Clock | None:
        """The period that the citizen waits for."""
        if self.case and (self.case.over or self.case.paused_from):
            return None
        running = [
            clock for clock in self.clocks if clock.rule in AWAITED and clock.is_open and clock.due
        ]
        running.sort(key=lambda clock: (AWAITED.index(clock.rule), clock.due_key))
        return running[0] if running else None

    @property
    def late(self) -> bool:
        return bool(self.clock and self.clock.due_key < self.as_of)

    def clock_of(self, *rules: str) -> Clock | None:
        """A period of the case, stopped or not."""
        return next((clock for clock in self.clocks if clock.rule in rules), None)

    def paper(self, *kinds: str) -> PaperFact | None:
        """The newest paper of these kinds that has left the office."""
        return next((paper for paper in reversed(self.papers) if paper.kind in kinds), None)

    @property
    def dialogue(self) -> DialogueFact | None:
        """The dialogue to which the citizen has been invited on paper, or that was held."""
        held = [each for each in self.dialogues if each.held_on]
        invited = self.paper(PaperKind.INVITATION)
        told = self.dialogues if invited else held
        return told[-1] if told else None
