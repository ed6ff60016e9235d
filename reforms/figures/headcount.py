"""Biên chế by name: how many were assigned and are there, and how much less than before."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from portal.periods import Period
from portal.statistics import Figure, register
from reforms.headcount_goals import GOALS, Goal, Group, written
from reforms.models.headcount import HeadcountSnapshot, cut_since


def opens(period: Any, unit: str = "") -> str:
    asked = {"nam": str(period.end.year)} | ({"don-vi": unit} if unit else {})
    return f"/cai-cach/bien-che/?{urlencode(asked)}"


def column(name: str, group: str) -> Any:
    def value(period: Period, unit: str = "") -> int | None:
        rows = HeadcountSnapshot.objects.standing().filter(year=period.end.year, group=group)
        rows = rows.filter(unit__code=unit) if unit else rows.filter(unit=None)
        return rows.values_list(name, flat=True).first()

    return value


def of_goal(goal: Goal) -> Any:
    def value(period: Period, unit: str = "") -> float | None:
        share = cut_since(goal.base, period.end.year, goal.group, unit=unit)
        return None if share is None else float(written(share))

    return value


def base_year(year: int) -> int:
    """The one that the goals of that time look back to."""
    later = [goal for goal in GOALS if year <= goal.year] or GOALS[-1:]
    return min(goal.base for goal in later)


def told_of(period: Period, unit: str) -> list[tuple[int, int]]:
    """Base and year of each group that has a goal; only where both are told."""
    year = period.end.year
    base, find = base_year(year), HeadcountSnapshot.objects.assigned_in
    groups = dict.fromkeys(goal.group for goal in GOALS)
    told = [(find(base, each, unit=unit), find(year, each, unit=unit)) for each in groups]
    return [(before, now) for before, now in told if before is not None and now is not None]


def base(period: Period, unit: str = "") -> int | None:
    told = told_of(period, unit)
    return sum(before for before, _ in told) if told else None


def reduced(period: Period, unit: str = "") -> int | None:
    """Never below none: who has grown has reduced nothing."""
    told = told_of(period, unit)
    return max(0, sum(before - now for before, now in told)) if told else None


register(Figure(
    "headcount_base", "Biên chế giao của năm gốc",
    "công chức và viên chức được giao năm 2015; từ năm 2022 là năm 2021", "người", base, opens,
))  # fmt: skip
register(Figure(
    "headcount_reduced", "Biên chế giao đã giảm so với năm gốc",
    "biên chế giao của năm gốc trừ của năm, cộng công chức và viên chức", "người", reduced, opens,
))  # fmt: skip

for group in Group:
    spelt, words = group.value.replace("-", "_"), group.label.lower()
    for name, said in (("assigned", "giao"), ("present", "có mặt")):
        register(Figure(
            f"headcount_{name}_{spelt}", f"Biên chế {words} {said}",
            f"số {words} {said} của năm, như đã ghi", "người", column(name, group), opens,
        ))  # fmt: skip

for goal in GOALS:
    words = Group(goal.group).label.lower()
    register(Figure(
        goal.name, f"Tỷ lệ giảm biên chế {words} so với năm {goal.base}",
        f"(biên chế giao năm {goal.base} − biên chế giao của năm) ÷ biên chế giao năm {goal.base}",
        "%", of_goal(goal), opens,
    ))  # fmt: skip
