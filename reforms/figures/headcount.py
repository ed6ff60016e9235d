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
