"""Figures that count rows of a table in a period, add up what they say, or divide two of them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from django.db.models import Sum

from portal.periods import Period
from portal.statistics import Figure, register, share


def counts(
    name: str,
    label: str,
    formula: str,
    *,
    unit: str,
    among: Callable[[Period], Any],
    of_unit: str,
    opens: Callable[[Any], tuple[str, dict[str, str]]],
) -> Figure:
    """``among(period)``: the rows; ``of_unit``: which column says whose they are by code."""

    def value(rows: Any) -> int:
        return rows.count()

    return figure_of(name, label, formula, unit, value, among, of_unit, opens)


def sums(
    name: str,
    label: str,
    formula: str,
    *,
    unit: str,
    among: Callable[[Period], Any],
    column: str,
    of_unit: str = "unit__code",
    opens: Callable[[Any], tuple[str, dict[str, str]]],
) -> Figure:
    """The sum of a column; nobody told a number: 0."""

    def value(rows: Any) -> int:
        return rows.aggregate(sum=Sum(column))["sum"] or 0

    return figure_of(name, label, formula, unit, value, among, of_unit, opens)


def figure_of(
    name: str, label: str, formula: str, counted_in: str, of_rows: Callable[[Any], int],
    among: Callable[[Period], Any], of_unit: str,
    opens: Callable[[Any], tuple[str, dict[str, str]]],
) -> Figure:  # fmt: skip
    def value(period: Period, unit: str = "") -> int:
        rows = among(period)
        return of_rows(rows.filter(**{of_unit: unit}) if unit else rows)

    def rows(period: Any, unit: str = "") -> str:
        at, asked = opens(period)
        return f"{at}?{urlencode(asked | ({'don-vi': unit} if unit else {}))}"

    return register(Figure(name, label, formula, counted_in, value, rows))


def share_of(name: str, label: str, formula: str, part: Figure, whole: Figure) -> Figure:
    """Per cent; None where the whole is nothing or was not counted."""

    def value(period: Period, unit: str = "") -> float | None:
        return share(part.value(period, unit), whole.value(period, unit))

    return register(Figure(name, label, formula, "%", value, part.rows, part.name, whole.name))
