"""Where an indicator arrives by the year of its target if it goes on at its pace."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

HUNDREDTH = Decimal("0.01")


@dataclass(frozen=True)
class Projection:
    """``value``: at the end of the target's year; ``a_year``: how much it moves in a year."""

    target: Any
    value: Decimal
    a_year: Decimal
    since: date
    met: bool


def projected(
    target: Any, values: Sequence[Any], *, most: Decimal | None = None
) -> Projection | None:
    """From the target's base, else from the first value told, through the latest one.

    A target whose year is over, or a single point, leads nowhere; nothing goes beyond ``most``.
    """
    if target is None or not values:
        return None
    latest, first = values[-1], values[0]
    since, begun_at = first.end, first.value
    if target.base_year is not None:
        since, begun_at = date(target.base_year, 12, 31), target.base_value
    end = date(target.year, 12, 31)
    gone, left = months_between(since, latest.end), months_between(latest.end, end)
    if gone <= 0 or left <= 0:
        return None
    a_month = (latest.value - begun_at) / gone
    value = within(latest.value + a_month * left, most=most).quantize(HUNDREDTH)
    a_year = (a_month * 12).quantize(HUNDREDTH)
    return Projection(target, value, a_year, since, target.is_met_by(value))


def within(value: Decimal, *, most: Decimal | None) -> Decimal:
    return max(value if most is None else min(value, most), Decimal(0))


def months_between(first: date, last: date) -> int:
    """Of two month ends."""
    return (last.year - first.year) * 12 + last.month - first.month
