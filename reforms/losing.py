"""The points that a card lacks, the most first, and what would win each of them.

Lines of which nothing is known yet come last: they are not lost.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from portal.scoring import Criterion, Part
from portal.scoring.gaining import gain
from reforms.models.scorecard.mark import Side
from reforms.models.scorecard.totals import Marks, counting
from reforms.proposals import Counting

BY_APPRAISER = "Người thẩm định chấm theo kết quả khảo sát."
FROM_PORTAL, OPEN = "số liệu của Cổng", "chưa chấm"


@dataclass(frozen=True)
class Loss:
    """A regular line that is not full; ``points``: None where nothing is known of it yet."""

    line: Criterion
    points: Decimal | None
    lost: Decimal
    told_by: str
    win: str
    why: str = ""


def losses(card: Any, marks: Marks, counted: Counting) -> list[Loss]:
    """What counts of a line is the last word on it, else what the portal counts of it."""
    last = counting(marks)
    regular = (line for line in card.set.lines.values() if line.part == Part.REGULAR)
    found = (
        of_mark(line, last[line.code]) if line.code in last else of_figures(line, counted)
        for line in regular
    )
    return sorted(filter(None, found), key=lambda each: (each.points is None, -each.lost))


def of_mark(line: Criterion, mark: Any) -> Loss | None:
    if mark.points is None or mark.points == line.top:
        return None
    side = Side(mark.side)
    win = "Điểm người chấm ghi khác cách tính." if mark.is_by_hand else gain(line, mark.entry)
    why = mark.note if mark.is_by_hand or side != Side.SELF else ""
    return Loss(line, mark.points, line.top - mark.points, side.label.lower(), win, why)


def of_figures(line: Criterion, counted: Counting) -> Loss | None:
    proposed = counted.proposal(line)
    if proposed is None:
        win = BY_APPRAISER if line.by_superior else gain(line, None)
        return Loss(line, None, line.top, OPEN, win)
    if proposed.points is None or proposed.points == line.top:
        return None
    lost = line.top - proposed.points
    return Loss(line, proposed.points, lost, FROM_PORTAL, gain(line, proposed.entry))
