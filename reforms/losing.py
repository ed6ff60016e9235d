"""The points that a card lacks, the most first, and what would win each of them."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from portal.scoring import Criterion, Part
from portal.scoring.gaining import gain
from reforms.models.scorecard.mark import Side
from reforms.models.scorecard.totals import Marks, counting
from reforms.proposals import Counting

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
    return sorted((each for each in found if each and each.lost), key=lambda each: -each.lost)


def of_mark(line: Criterion, mark: Any) -> Loss | None:
    if mark.points is None:
        return None
    win = "Điểm người chấm ghi khác cách tính." if mark.is_by_hand else gain(line, mark.entry)
    return Loss(
        line, mark.points, line.top - mark.points, Side(mark.side).label.lower(), win, mark.note
    )  # fmt: skip


def of_figures(line: Criterion, counted: Counting) -> Loss | None:
    proposed = counted.proposal(line)
    if proposed is None:
        return Loss(line, None, line.top, OPEN, gain(line, None))
    if proposed.points is None:
        return None
    lost = line.top - proposed.points
    return Loss(line, proposed.points, lost, FROM_PORTAL, gain(line, proposed.entry))
