"""Money of the reform plans by name: of the office alone, plans tell no unit's own."""

from __future__ import annotations

from typing import Any

from portal.periods import Period
from portal.planning.budgets import Purpose
from portal.statistics import Figure, register
from reforms.money import PURPOSES, Money, money_of

WORDS = {
    "need": ("nhu cầu", "tổng dự trù của các kế hoạch CCHC trong năm"),
    "allocated": ("được giao", "tổng đã duyệt của các kế hoạch CCHC trong năm"),
    "disbursed": ("giải ngân", "tổng đã giải ngân đến lần ghi gần nhất"),
}


def amount(name: str, purpose: str) -> Any:
    def value(period: Period, unit: str = "") -> int | None:
        if unit:
            return None
        told = money_of(period.end.year).get(purpose, Money())
        found = getattr(told, name)
        return None if found is None else int(found)

    return value


def opens(purpose: str) -> Any:
    return lambda period, unit="": f"/cai-cach/kinh-phi/?nam={period.end.year}#{purpose}"


for purpose in PURPOSES:
    for name, (said, formula) in WORDS.items():
        label = f"Kinh phí {Purpose(purpose).label}: {said}"
        register(Figure(f"reform_money_{name}_{purpose}", label, formula, "đồng",
                        amount(name, purpose), opens(purpose)))  # fmt: skip
