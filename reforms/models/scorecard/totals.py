"""What the marks of a card come to: each side for itself, and what counts in the end."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from portal.scoring import CriteriaSet, Result, reckon
from reforms.models.scorecard.mark import Side

Marks = dict[str, dict[str, Any]]


class Totals:
    """Questions of a card."""

    @property
    def set(self: Any) -> CriteriaSet:
        return self.campaign.criteria.value

    def marks_of(self: Any) -> Marks:
        """side -> line -> mark; one statement."""
        found: Marks = {side: {} for side in Side.values}
        for mark in self.marks.select_related("by"):
            found[mark.side][mark.line] = mark
        return found

    def result(self: Any, marks: Marks) -> Result:
        return reckon(self.set, points_of(counting(marks)))

    def count_again(self: Any) -> None:
        """After a mark: what lists and figures show of the card."""
        marks = self.marks_of()
        self.self_total = total_of(self.set, marks[Side.SELF])
        self.review_total = total_of(self.set, marks[Side.REVIEW])
        end = self.result(marks)
        self.total = end.total if counting(marks) else None
        self.level = end.level.code if end.level else ""
        self.level_words = end.words


def counting(marks: Marks) -> dict[str, Any]:
    """The last word on each line: the second look, else the first, else their own."""
    return marks[Side.SELF] | marks[Side.REVIEW] | marks[Side.FINAL]


def points_of(marks: dict[str, Any]) -> dict[str, Decimal | None]:
    return {line: mark.points for line, mark in marks.items()}


def total_of(of: CriteriaSet, marks: dict[str, Any]) -> Decimal | None:
    return reckon(of, points_of(marks)).total if marks else None
