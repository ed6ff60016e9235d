"""The board of Decision 766: six bars out of figures, each with what it was counted from."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from portal.periods import Month, Period
from portal.scoring import CriteriaSet, Criterion, Entry, Group, Result, points_of, reckon
from portal.scoring.marks import sum_of
from portal.scoring.words import how, percent
from reforms.models import BoardFigure, ScorecardVersion
from reforms.models.scorecard.board_figure import Sum
from reforms.models.scorecard.criteria import BOARD
from reforms.proposals import Counting

NOBODY_TOLD, NOTHING_TO_DO = "chưa có số liệu", "không phát sinh"
HUNDREDTH = Decimal("0.0001")


@dataclass(frozen=True)
class Indicator:
    """One line; ``points`` is None where nothing is known, and where there was nothing to do."""

    line: Criterion
    entry: Entry | None
    points: Decimal | None
    rows: tuple[str, str] = ("", "")
    told: Sum | None = None

    @property
    def how(self) -> str:
        return how(self.line)

    @property
    def share(self) -> str:
        if self.entry is None or not self.entry.whole or self.entry.value is None:
            return "—"
        return percent((self.entry.value / self.entry.whole).quantize(HUNDREDTH))

    @property
    def missing(self) -> str:
        if self.entry is None:
            return NOBODY_TOLD
        return "" if self.entry.whole else NOTHING_TO_DO


@dataclass(frozen=True)
class Bar:
    """One of the six: its points out of its maximum."""

    group: Group
    indicators: list[Indicator]

    @property
    def points(self) -> Decimal:
        marks = {each.line.code: each for each in self.indicators}
        return sum_of(self.group.lines, marks) or Decimal(0)

    @property
    def share(self) -> float:
        return float(self.points / self.group.top)

    @property
    def is_empty(self) -> bool:
        return all(each.points is None for each in self.indicators)


@dataclass(frozen=True)
class Board:
    of: CriteriaSet
    period: Period
    bars: list[Bar]
    result: Result

    @property
    def is_empty(self) -> bool:
        return all(bar.is_empty for bar in self.bars)


def board_of(version: ScorecardVersion, period: Period) -> Board:
    """As the portal counts it now, and what was told of the rest."""
    of: CriteriaSet = version.value
    counted, told = Counting(of, period), BoardFigure.objects.told_in(period)
    bars = [
        Bar(group, [indicator(of, line, counted, told) for line in group.lines])
        for group in of.groups
    ]
    points = {
        each.line.code: each.points or Decimal(0) for bar in bars for each in bar.indicators
    }  # fmt: skip
    return Board(of, period, bars, reckon(of, points))


def indicator(
    of: CriteriaSet, line: Criterion, counted: Counting, told: dict[str, Sum]
) -> Indicator:
    proposed = counted.proposal(line)
    if proposed:
        points = proposed.points if proposed.entry.whole else None
        return Indicator(line, proposed.entry, points, proposed.rows)
    if line.code not in told:
        return Indicator(line, None, None)
    entry = Entry(told[line.code].part, told[line.code].whole)
    points = points_of(of, line, entry) if entry.whole else None
    return Indicator(line, entry, points, told=told[line.code])


def lines_told(of: CriteriaSet, month: Month) -> list[Criterion]:
    """Those that people tell, because the portal has no figures for them."""
    counted = Counting(of, month)
    return [line for line in of.lines.values() if not counted.knows(line)]


def version_in_force(*, as_of: date) -> ScorecardVersion | None:
    return ScorecardVersion.objects.in_force(as_of=as_of).filter(code=BOARD).first()
