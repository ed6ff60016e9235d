"""A figure that counts rows of a table in a period, and opens the list with the same rows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from urllib.parse import urlencode

from portal.periods import Period
from portal.statistics import Figure, register


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

    def value(period: Period, unit: str = "") -> int:
        rows = among(period)
        return (rows.filter(**{of_unit: unit}) if unit else rows).count()

    def rows(period: Any, unit: str = "") -> str:
        at, asked = opens(period)
        return f"{at}?{urlencode(asked | ({'don-vi': unit} if unit else {}))}"

    return register(Figure(name, label, formula, unit, value, rows))
