"""Every unit takes part in the year's reform plan: one with no task in it owes one."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from portal.obligations import Duty, Owed, register
from portal.people import Unit
from portal.text import number
from reforms.plan_rates import reform_shares
from reforms.units_in_plans import running_in, units_without

TAKES_PART_BY = (3, 31)
"""The office's own day, month first: no paper says until when a unit has to have its task."""


def taking_part(units: Sequence[Unit], *, year: int, as_of: date) -> Iterator[Owed]:
    """Of a year for which a plan was sent out; before that nobody can have a task."""
    shares = reform_shares().filter(running_in(year), unit__in=units)
    told: dict[int, int] = {}
    for unit in shares.values_list("unit", flat=True):
        told[unit] = told.get(unit, 0) + 1
    if not told and not reform_shares().filter(running_in(year)).exists():
        return
    lacking = set(units_without(year, as_of=as_of).values_list("pk", flat=True))
    for unit in units:
        if unit.pk in lacking:
            yield Owed(
                f"Có nhiệm vụ CCHC năm {year}", unit, due=date(year, *TAKES_PART_BY),
                url=f"/cai-cach/ke-hoach/?nam={year}#chua-co-nhiem-vu",
            )  # fmt: skip
        elif count := told.get(unit.pk):
            yield Owed(
                f"{number(count)} nhiệm vụ CCHC năm {year}", unit, done_on=as_of, stands_for=count,
                url=f"/cai-cach/nhiem-vu/?nam={year}&don-vi={unit.code}",
            )  # fmt: skip


register(
    Duty("NVCC", "Có nhiệm vụ trong kế hoạch CCHC", "quy ước của Sở: trước hết quý I", taking_part)
)
