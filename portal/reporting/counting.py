"""The figures of a report: of its period, beside the one before or year by year, and their rows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from portal.periods import Period, Year
from portal.statistics import Figure, figure


@dataclass
class Row:
    """One figure. ``cells``: (value, address of its rows), the period's own first."""

    figure: Figure
    cells: list[tuple[Any, str]] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.figure.name

    @property
    def value(self) -> Any:
        return self.cells[0][0]

    def as_kept(self) -> list[Any]:
        return [plain(value) for value, _ in self.cells]


def plain(value: Any) -> Any:
    """What is kept is JSON, which knows no decimals."""
    if not isinstance(value, Decimal):
        return value
    return int(value) if value == value.to_integral_value() else float(value)


def periods_of(report: Any) -> list[Period]:
    """The period itself; then the same of last year, or each of its years."""
    own: Any = report.period
    if report.plan_of_it.of_a_directive:
        return [own, *(Year.of(year) for year in range(own.start.year, own.end.year + 1))]
    return [own, own.same_last_year()]


def heads_of(report: Any) -> list[str]:
    if not report.plan_of_it.of_a_directive:
        return ["Kỳ này", "Cùng kỳ năm trước"]
    return ["Cả giai đoạn", *(str(period.start.year) for period in periods_of(report)[1:])]


def counted(report: Any, names: Iterable[str] | None = None) -> list[Row]:
    """Counted now; after the signature the values of that day, and still the way to the rows.

    ``names``: those of one section; without them all of the outline.
    """
    periods = periods_of(report)
    kept = report.kept_figures
    return [
        Row(each, cells_of(each, periods, report.scope, kept.get(each.name)))
        for each in map(figure, report.plan_of_it.figures if names is None else names)
    ]


def cells_of(
    each: Figure, periods: list[Period], scope: dict[str, str], kept: list[Any] | None
) -> list[tuple[Any, str]]:
    values = kept or [each.value(period, **scope) for period in periods]
    return [
        (value, each.opens(period, **scope)) for value, period in zip(values, periods, strict=True)
    ]
