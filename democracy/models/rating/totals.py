"""What the marks of a sheet come to: each side for itself, and the level at the end."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from democracy.models.rating.mark import Side
from portal.scoring import CriteriaSet, Result, reckon
from portal.text import day
from portal.working_days import months_after


class Totals:
    """Questions of a sheet."""

    @property
    def set(self: Any) -> CriteriaSet:
        return self.round.criteria.value

    @property
    def too_new(self: Any) -> bool:
        """Not so long at work by the end of the year as the set wants."""
        opened = self.unit.opened_on if self.unit_id and not self.person_id else None
        if not (opened and self.set.months_at_least):
            return False
        return months_after(opened, self.set.months_at_least) > date(self.round.year, 12, 31)

    @property
    def ended(self: Any) -> str:
        """A unit that was no more at the end of the year has no level of its own."""
        closed = self.unit.closed_on if self.unit_id and not self.person_id else None
        if closed is None or closed > date(self.round.year, 12, 31):
            return ""
        return f"Đơn vị kết thúc từ {day(closed)}"

    def marks_of(self: Any) -> dict[str, dict[str, Any]]:
        """side -> line -> mark; one statement."""
        found: dict[str, dict[str, Any]] = {side: {} for side in Side.values}
        for mark in self.marks.select_related("by"):
            found[mark.side][mark.line] = mark
        return found

    def points_at_the_end(self: Any, marks: dict[str, dict[str, Any]]) -> dict[str, Any]:
        """The reviewer's points, but for those that were adjusted afterwards."""
        last = marks[Side.REVIEW] | marks[Side.FINAL]
        return {line: mark.points for line, mark in last.items()}

    def result(self: Any, points: dict[str, Decimal | None]) -> Result:
        """As the set reckons it, with the conditions that were stated."""
        return reckon(
            self.set,
            points,
            stated=[row.code for row in self.conditions.all()],
            self_scored=self.stage == "self" or self.self_scored_on is not None,
            too_new=self.too_new,
            not_rated=self.ended,
        )

    def count_again(self: Any) -> None:
        """After a mark or a condition: what lists and figures show of the sheet."""
        marks = self.marks_of()
        own = {line: mark.points for line, mark in marks[Side.SELF].items()}
        review = {line: mark.points for line, mark in marks[Side.REVIEW].items()}
        self.self_total = reckon(self.set, own).total if own else None
        self.review_total = reckon(self.set, review).total if review else None
        end = self.result(self.points_at_the_end(marks))
        self.total = end.total if end.complete else None
        self.level = end.level.code if end.level else ""
        self.level_words = end.words
