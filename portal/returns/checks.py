"""The sums that the form itself prints: “6=7+8=9+10+11”, “9<=6”, “9>=5*8”, “03:1=02:6”."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from portal.returns.forms import Amount
from portal.text import number

TERM = re.compile(r"(?:(?P<form>\d\d):)?(?P<column>\d+)")
RELATION = re.compile(r"(<=|>=|=)")
RELATION_WORDS = {"=": "bằng", "<=": "không lớn hơn", ">=": "không nhỏ hơn"}
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
    values: tuple[Amount, ...] = ()

    @property
    def words(self) -> str:
        return self.rule.replace("<=", " ≤ ").replace(">=", " ≥ ").replace("*", " × ")

    @property
    def crosses(self) -> bool:
        """It compares this form with another."""
        return ":" in self.rule

    @property
    def sentence(self) -> str:
        """“Cột 1 biểu 03 (7) bằng cột 6 biểu 02 (7)”, or what it should be."""
        sides = RELATION.split(self.rule)[::2]
        told = [side_words(*each) for each in zip(sides, self.values, strict=True)]
        between = [RELATION_WORDS[each] for each in RELATION.findall(self.rule)]
        ought = "" if self.holds else "phải "
        words = told[0]
        for relation, side in zip(between, told[1:], strict=True):
            words = f"{words} {ought}{relation} {side}"
        return f"{words[:1].upper()}{words[1:]}"


def side_words(side: str, value: Amount) -> str:
    named = TERM.sub(lambda found: column_words(found["form"], found["column"]), side)
    return f"{named} ({number(value)})"


def column_words(form: str | None, column: str) -> str:
    return f"cột {column} biểu {form}" if form else f"cột {column}"


def checked(rules: Iterable[str], amount: Lookup) -> list[Check]:
    return [check(rule, amount) for rule in rules]


def check(rule: str, amount: Lookup) -> Check:
    """A chain holds when each of its links does."""
    parts = RELATION.split(rule)
    values = [value_of(side, amount) for side in parts[::2]]
    pairs = zip(values, parts[1::2], values[1:], strict=False)
    holds = all(RELATIONS[relation](left, right) for left, relation, right in pairs)
    return Check(rule, holds, tuple(values))


def value_of(side: str, amount: Lookup) -> Amount:
    """A sum of columns, or a plain number times one (“5*8”: five for each of column 8)."""
    factor, times, column = side.rpartition("*")
    if times:
        return int(factor) * value_of(column, amount)
    return sum(amount(found["form"] or "", int(found["column"])) for found in TERM.finditer(side))
