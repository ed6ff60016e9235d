"""A card as its page shows it: groups of lines, the scores of all sides beside each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from typing import Any

from portal.scoring import Criterion, Part
from portal.scoring.marks import sum_of
from portal.scoring.words import entered, how
from portal.views.scoring import place_of
from reforms.models import CardMark, Scorecard
from reforms.models.scorecard.mark import Side
from reforms.models.scorecard.totals import Marks, counting


@dataclass
class Row:
    """One line of the table."""

    line: Criterion
    marks: list[tuple[str, CardMark, str]]
    """Whose, the mark, what was entered in words; the earliest first."""
    evidence: list[Any] = field(default_factory=list)
    explained: str = ""

    @property
    def how(self) -> str:
        return how(self.line)

    @property
    def place(self) -> str:
        return place_of(self.line.code)

    @property
    def is_bare(self) -> bool:
        """Points were claimed and no paper shows them."""
        own = self.of(Side.SELF)
        return bool(own and own.points and not own.from_portal and not self.evidence)

    @property
    def is_minus(self) -> bool:
        return self.line.part == Part.MINUS

    def of(self, side: str) -> CardMark | None:
        return next((mark for _, mark, _ in self.marks if mark.side == side), None)

    @property
    def scores(self) -> list[CardMark | None]:
        """One a column: their own, the first look, the second."""
        return [self.of(side) for side in Side.values]

    @property
    def last(self) -> CardMark | None:
        return self.marks[-1][1] if self.marks else None


def groups_of(card: Scorecard, marks: Marks) -> list[dict[str, Any]]:
    """Three statements, however many lines there are."""
    evidence: dict[str, list[Any]] = defaultdict(list)
    for paper in card.evidence.select_related("file", "share"):
        evidence[paper.line].append(paper)
    explained = dict(card.explanations.values_list("line", "words"))
    last = counting(marks)
    return [
        {
            "group": group,
            "rows": [
                Row(line, told(line, marks), evidence[line.code], explained.get(line.code, ""))
                for line in group.lines
            ],
            "sum": sum_of(group.lines, last),
            "own": sum_of(group.lines, marks[Side.SELF]),
        }
        for group in card.set.groups
    ]


def told(line: Criterion, marks: Marks) -> list[tuple[str, CardMark, str]]:
    found = ((side, marks[side].get(line.code)) for side in Side.values)
    return [
        (Side(side).label, mark, entered(line, mark.entry) if mark.applies else "không áp dụng")
        for side, mark in found
        if mark
    ]
