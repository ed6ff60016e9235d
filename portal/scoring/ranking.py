"""Who comes first: by total, then by the set's chain of tie-breaks; what is left is for people."""

from __future__ import annotations

from collections.abc import Hashable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Any

from portal.scoring.criteria import CriteriaSet, TieBreak
from portal.scoring.methods import ZERO, Entry
from portal.scoring.reckoning import Result


@dataclass(frozen=True)
class Place:
    """1, 2, 2, 4: ``tied`` where the chain does not tell them apart."""

    place: int
    key: Any
    result: Result
    tied: bool = False


def rank(
    of: CriteriaSet,
    results: Mapping[Hashable, Result],
    entries: Mapping[Hashable, Mapping[str, Entry]],
) -> list[Place]:
    """Those that are rated, the best first."""
    rated = [key for key, result in results.items() if not result.unrated and result.complete]

    def worth(key: Hashable) -> tuple[Decimal, ...]:
        chain = (broken_by(tie, results[key], entries.get(key, {})) for tie in of.ties)
        return (results[key].total, *chain)

    places: list[Place] = []
    for _, group in groupby(sorted(rated, key=worth, reverse=True), key=worth):
        places += placed(list(group), len(places) + 1, results)
    return places


def placed(keys: list[Any], place: int, results: Mapping[Hashable, Result]) -> Iterable[Place]:
    return (Place(place, key, results[key], tied=len(keys) > 1) for key in keys)


def broken_by(tie: TieBreak, result: Result, entries: Mapping[str, Entry]) -> Decimal:
    if tie.by == "points":
        return result.points.get(tie.line) or ZERO
    entry = entries.get(tie.line) or Entry()
    if tie.by == "count":
        return entry.value or ZERO
    return (entry.value or ZERO) / entry.whole if entry.whole else ZERO
