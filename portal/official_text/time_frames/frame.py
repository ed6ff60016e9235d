"""What the words of a time mean: a kind and its days."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from portal.working_days import days_between


class Kind(StrEnum):
    """The eleven meanings that a time in a plan can have."""

    WINDOW = "window"
    DEADLINE = "deadline"
    CONTINUOUS = "continuous"
    RECURRING = "recurring"
    OPEN = "open"
    POINT = "point"
    EVENT = "event"
    REFERENCE = "reference"
    SLA = "sla"
    MULTI = "multi"
    NONE = "none"


@dataclass(frozen=True)
class TimeFrame:
    """`start` and `due` are both included; `flags` say what a person should look at."""

    kind: Kind
    start: date | None = None
    due: date | None = None
    parts: tuple[TimeFrame, ...] = ()
    rule: str = ""
    flags: tuple[str, ...] = ()

    def flagged(self, *flags: str) -> TimeFrame:
        return replace(self, flags=tuple(dict.fromkeys((*self.flags, *flags))))

    @property
    def dated(self) -> bool:
        return bool(self.start or self.due or self.parts)

    @property
    def days(self) -> int:
        """How long it lasts, so that the widest of several can be told."""
        if self.start is None or self.due is None:
            return 0
        return days_between(self.start, self.due) + 1

    def as_dict(self) -> dict[str, object]:
        return {
            "kind": str(self.kind),
            "start": iso(self.start),
            "due": iso(self.due),
            "parts": [part.as_part() for part in self.parts],
            "rule": self.rule,
            "flags": list(self.flags),
        }

    def as_part(self) -> str | list[str | None] | None:
        """One day for a deadline or a dated event, else its first and last day."""
        if self.start is None or self.start == self.due:
            return iso(self.due)
        return [iso(self.start), iso(self.due)]


@dataclass(frozen=True)
class Context:
    """What a phrase alone does not say: when the document was signed, and for which year."""

    issued: date | None = None
    year: int | None = None
    issued_year: int | None = None

    @property
    def plan_year(self) -> int | None:
        return self.year or (self.issued.year if self.issued else self.issued_year)

    @property
    def issued_before_its_year(self) -> bool:
        """Or undated: then the year's first day stands for the start."""
        return self.issued is None or (self.year is not None and self.issued.year < self.year)


NOTHING = TimeFrame(Kind.NONE)


def iso(day: date | None) -> str | None:
    return day.isoformat() if day else None
