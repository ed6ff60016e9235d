"""A sheet as its page shows it: groups of lines, the scores of all sides beside each other."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Any

from democracy.models import ScoreSheet
from democracy.models.rating.mark import Mark, Side
from portal.scoring import Criterion, Part
from portal.scoring.marks import sum_of
from portal.scoring.words import entered, how
from portal.views.scoring import place_of

HALF = Decimal("0.5")


@dataclass
class Row:
    """One line of the table."""

    line: Criterion
    own: Mark | None
    review: Mark | None
    final: Mark | None
    evidence: list[Any] = field(default_factory=list)

    @property
    def how(self) -> str:
        return how(self.line)

    @property
    def place(self) -> str:
        return place_of(self.line.code)

    @property
    def own_words(self) -> str:
        return entered(self.line, self.own.entry) if self.own else ""

    @property
    def review_words(self) -> str:
        return entered(self.line, self.review.entry) if self.review else ""

    @property
    def differs(self) -> bool:
        return bool(self.own and self.review and self.own.points != self.review.points)

    @property
    def is_bare(self) -> bool:
        """Points were claimed and nothing shows them."""
        return bool(self.own and self.own.points and not self.evidence)

    @property
    def is_minus(self) -> bool:
        return self.line.part == Part.MINUS


def groups_of(sheet: ScoreSheet, marks: dict[str, dict[str, Mark]]) -> list[dict[str, Any]]:
    evidence: dict[str, list[Any]] = defaultdict(list)
    for paper in sheet.evidence.select_related("file", "share__task"):
        evidence[paper.line].append(paper)
    return [
        {
            "group": group,
            "rows": [row_of(line, marks, evidence[line.code]) for line in group.lines],
            "sums": {side: sum_of(group.lines, marks[side]) for side in Side.values},
        }
        for group in sheet.set.groups
    ]


def row_of(line: Criterion, marks: dict[str, dict[str, Mark]], evidence: list[Any]) -> Row:
    own, review, final = (marks[side].get(line.code) for side in Side.values)
    return Row(line, own, review, final, evidence)


@dataclass(frozen=True)
class Course:
    """How far the regular lines are during the year, as one reads them aloud."""

    full: int
    half: int
    less: int
    later: int
    open: int


def course_of(sheet: ScoreSheet, own: dict[str, Mark], *, on: date) -> Course:
    """``later``: lines that can be judged only from a day that has not come."""
    counts = {"full": 0, "half": 0, "less": 0, "later": 0, "open": 0}
    for line in sheet.set.own_lines:
        if line.part == Part.REGULAR:
            counts[standing_of(line, own.get(line.code), year=sheet.round.year, on=on)] += 1
    return Course(**counts)


def standing_of(line: Criterion, mark: Mark | None, *, year: int, on: date) -> str:
    if mark is None:
        return "later" if line.ready and on < day_of(line.ready, year) else "open"
    if mark.points is None or mark.points == line.top:
        return "full"
    return "half" if mark.points >= line.top * HALF else "less"


def day_of(written: str, year: int) -> date:
    return date(year, *map(int, written.split("-")))
