"""Indices and indicators by name: what was published for the year, how many targets are met.

An index is published of the whole office: a unit has none of its own.
"""

from __future__ import annotations

from typing import Any

from portal.periods import Period
from portal.statistics import Figure, register
from reforms.index_catalogue import FAMILIES
from reforms.models import Indicator, IndicatorValue
from reforms.models.indicator.vocabulary import Verdict


def published(family: str) -> Any:
    def value(period: Period, unit: str = "") -> float | None:
        if unit:
            return None
        rows = IndicatorValue.objects.standing().filter(
            indicator__family=family, indicator__parent=None, end__year=period.end.year
        )
        found = rows.values_list("value", flat=True).first()
        return None if found is None else float(found)

    return value


def opens(family: str) -> Any:
    return lambda period, unit="": f"/cai-cach/chi-so/?chi-so={family}"


def judged(verdict: str) -> Any:
    def value(period: Period, unit: str = "") -> int:
        rows = Indicator.objects.own().followed().judged(as_of=period.end)
        rows = rows.filter(verdict=verdict)
        return (rows.filter(unit__code=unit) if unit else rows).count()

    return value


def list_of(verdict: str) -> Any:
    def rows(period: Any, unit: str = "") -> str:
        of_unit = f"&don-vi={unit}" if unit else ""
        return f"/cai-cach/chi-tieu/?ket-qua={verdict}&giai-doan=followed{of_unit}"

    return rows


for family, words in FAMILIES:
    register(Figure(
        f"index_{family}", words, "giá trị của năm, như cơ quan công bố đã nêu", "điểm",
        published(family), opens(family),
    ))  # fmt: skip

for name, verdict, words in (
    ("indicators_met", Verdict.MET, "Chỉ tiêu CCHC đạt mục tiêu"),
    ("indicators_missed", Verdict.MISSED, "Chỉ tiêu CCHC chưa đạt mục tiêu"),
):
    register(Figure(
        name, words, "số chỉ tiêu đang theo dõi, theo số liệu kỳ gần nhất và mục tiêu cao nhất",
        "chỉ tiêu", judged(verdict), list_of(verdict),
    ))  # fmt: skip
