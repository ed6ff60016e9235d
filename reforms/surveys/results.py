"""Results of a questionnaire: by question, by factor, whole; too small a group says nothing."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portal.statistics import share
from reforms.surveys import SATISFIED, Questionnaire

Ticked = Mapping[str, int]


@dataclass(frozen=True)
class Tally:
    """Answers that say satisfied, of those that say anything."""

    satisfied: int = 0
    valid: int = 0

    @property
    def percent(self) -> float | None:
        return share(self.satisfied, self.valid)

    def __add__(self, other: Tally) -> Tally:
        return Tally(self.satisfied + other.satisfied, self.valid + other.valid)


@dataclass(frozen=True)
class Results:
    """What so many slips said; ``told`` is False below the fewest that may be published."""

    questionnaire: Questionnaire
    slips: int
    fewest: int
    by_question: Mapping[str, Tally]

    @property
    def told(self) -> bool:
        return self.slips >= self.fewest

    @property
    def whole(self) -> Tally:
        return sum(self.by_question.values(), Tally())

    @property
    def percent(self) -> float | None:
        return self.whole.percent if self.told else None

    def questions(self) -> list[tuple[Any, Tally]]:
        return [(each, self.by_question[each.code]) for each in self.questionnaire.questions]

    def factors(self) -> list[tuple[str, float | None]]:
        """The mean of a factor's questions, those without an opinion left out."""
        return [(factor, self.mean_of(factor)) for factor in self.questionnaire.factors]

    def mean_of(self, factor: str) -> float | None:
        asked = (each for each in self.questionnaire.questions if each.factor == factor)
        told = [tally.percent for each in asked if (tally := self.by_question[each.code]).valid]
        return round(sum(each or 0 for each in told) / len(told), 1) if told else None


def kept_back(slips: Mapping[Any, int], *, fewest: int) -> set[Any]:
    """The groups whose share is not shown, by how many slips each has; None: those of no group.

    Too small a group tells nothing. What is kept back is never one small rest either: else the
    whole less the others would tell it, so the next smallest group goes with it.
    """
    kept, rest = set(), slips.get(None, 0)
    groups = [(count, key) for key, count in slips.items() if key is not None]
    for count, key in sorted(groups, key=lambda group: group[0]):
        if count < fewest or 0 < rest < fewest:
            kept.add(key)
            rest += count
    return kept


def results(questionnaire: Questionnaire, slips: Iterable[Ticked], *, fewest: int) -> Results:
    found = list(slips)
    by_question = {
        each.code: tally([slip[each.code] for slip in found if each.code in slip])
        for each in questionnaire.questions
    }
    return Results(questionnaire, len(found), fewest, by_question)


def tally(marks: list[int]) -> Tally:
    return Tally(sum(mark >= SATISFIED for mark in marks), len(marks))
