"""Twelve periods of a figure: a line on its tile, and a page whose every number opens its rows."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal.filters import unit_of
from portal.kept import KeptFor
from portal.periods import Month, Period, Regular, Year
from portal.statistics import figure
from reforms.dossiers.ratios import RATIOS, columns
from reforms.dossiers.tally import tallies, total

PERIODS = 12
KINDS: dict[str, type[Regular]] = {"month": Month, "year": Year}
DOSSIERS = {each.name: each.of for each in RATIOS} | {"dossiers_open_late": columns(13)}
"""All of them out of one statement a month."""


def last_periods(every: str, *, until: date) -> list[Regular]:
    """The oldest first; the last one is that of the day."""
    found = [KINDS[every].containing(until)]
    while len(found) < PERIODS:
        found.append(found[-1].previous())
    return found[::-1]


def values(name: str, periods: Sequence[Period], *, unit: str = "") -> list[Any]:
    scope = {"unit": unit} if unit else {}
    return [figure(name).value(period, **scope) for period in periods]


Asked = tuple[tuple[str, ...], str, date]
"""Which figures, of which unit's code (none: of all), in the months up to which day."""


@KeptFor
def by_months(asked: Asked) -> dict[str, list[Any]]:
    """Counted again after a minute: months that are over hardly change."""
    names, unit, until = asked
    periods = last_periods("month", until=until)
    of_unit = unit_of(unit) if unit else None
    counted = [total(tallies(*period.dates), unit=of_unit) for period in periods]
    known = {name: [of(tally) for tally in counted] for name, of in DOSSIERS.items()}
    others = [name for name in names if name not in known]
    return known | {name: values(name, periods, unit=unit) for name in others}


def drawn(found: Sequence[Any]) -> list[float]:
    """What a line can show: months of which nothing is known leave no point."""
    return [float(value) for value in found if value is not None]
