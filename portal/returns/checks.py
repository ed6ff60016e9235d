"""The sums that the form itself prints: “6=7+8=9+10+11”, “9<=6”, “9>=5*8”, “03:1=02:6”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from portal.returns.forms import Amount

TERM = re.compile(r"(?:(?P<form>\d\d):)?(?P<column>\d+)")
RELATION = re.compile(r"(<=|>=|=)")
RELATIONS: dict[str, Callable[[Amount, Amount], bool]] = {
    "=": lambda left, right: left == right,
    "<=": lambda left, right: left <= right,
    ">=": lambda left, right: left >= right,
}
Lookup = Callable[[str, int], Amount]
"""The amount in a column: of the form itself under "", of another by its two digits."""


@dataclass(frozen=True)
class Check:
    """One rule of a form and whether these figures hold it."""

    rule: str
    holds: bool

    @property
    def words(self) -> str:
        return self.rule.replace("<=", " ≤ ").replace(">=", " ≥ ").replace("*", " × ")


def checked(rules: Iterable[str], amount: Lookup) -> list[Check]:
    return [Check(rule, holds(rule, amount)) for rule in rules]


def holds(rule: str, amount: Lookup) -> bool:
    """A chain holds when each of its links does."""
    parts = RELATION.split(rule)
    values = [value_of(side, amount) for side in parts[::2]]
    pairs = zip(values, parts[1::2], values[1:], strict=False)
    return all(RELATIONS[relation](left, right) for left, relation, right in pairs)


def value_of(side: str, amount: Lookup) -> Amount:
    """A sum of columns, or a plain number times one (“5*8”: five for each of column 8)."""
    factor, times, column = side.rpartition("*")
    if times:
        return int(factor) * value_of(column, amount)
    return sum(amount(found["form"] or "", int(found["column"])) for found in TERM.finditer(side))
