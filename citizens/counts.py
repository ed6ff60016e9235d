"""Counts of a stretch of months, of what stands open, of one unit or field."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field

from portal.statistics import share

from .statistics import FEW, SETTLED, mean


@dataclass
class Counts:
    """What came and went in a stretch of months."""

    amounts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    days: dict[str, int] = field(default_factory=lambda: defaultdict(int))

    def add(self, what: str, amount: int, days: int) -> None:
        self.amounts[what] += amount
        self.days[what] += days

    @property
    def received(self) -> int:
        return self.amounts["received"]

    @property
    def handled(self) -> int:
        return self.amounts["handled"]

    @property
    def opened(self) -> int:
        return self.amounts["opened"]

    @property
    def on_time(self) -> int:
        return self.amounts["settled_on_time"]

    @property
    def settled(self) -> int:
        return self.on_time + self.amounts["settled_late"]

    @property
    def rate(self) -> float | None:
        return share(self.on_time, self.settled)

    @property
    def mean_days(self) -> float | None:
        return mean(self.settled, sum(self.days[what] for what in SETTLED))

    @property
    def few(self) -> bool:
        """Too few settled cases for a rate that says anything."""
        return self.settled < FEW

    @property
    def visits(self) -> int:
        return self.amounts["visited"]

    @property
    def crowds(self) -> int:
        return self.amounts["crowd"]


@dataclass
class Open:
    """What stands open today: of petitions and of cases, how many, late, near."""

    petitions: int = 0
    petitions_late: int = 0
    cases: int = 0
    late: int = 0
    soon: int = 0
    late_unsettled: int = 0

    def add(self, counted: tuple[int, ...]) -> None:
        names = ("petitions", "petitions_late", "cases", "late", "soon", "late_unsettled")
        for name, value in zip(names, counted, strict=True):
            setattr(self, name, getattr(self, name) + value)


@dataclass
class Group:
    """One unit or one field."""

    pk: int
    code: str = ""
    name: str = ""
    counts: Counts = field(default_factory=Counts)
    open: Open = field(default_factory=Open)

    @property
    def on_schedule(self) -> int:
        return self.open.cases - self.open.late - self.open.soon

    @property
    def empty(self) -> bool:
        return not (self.open.cases or self.counts.opened or self.counts.settled)
