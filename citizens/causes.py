"""The figures of causes by name: how many settled cases came about by each."""

from __future__ import annotations

from typing import Any

from portal.periods import Regular
from portal.statistics import Figure, register

from .models import Case, Cause
from .models.cause import EXPLAINED_AT
from .statistics import address, within


def figure_of(code: Cause.Code) -> Figure:
    def value(period: Regular, *, unit: str = "", field: str = "") -> int:
        settled = Case.objects.filter(decided_on__range=period.dates, stage__in=EXPLAINED_AT)
        return settled.filter(within(unit, field), cause__code=code).count()

    def rows(period: Regular, **scope: Any) -> str:
        asks = {"giai-quyet-trong": period.address, "nguyen-nhan": code.value}
        return address("/vu-viec/", asks, **scope)

    formula = "vụ việc giải quyết trong kỳ đã ghi nguyên nhân này"
    name = f"cases_by_{code.name.lower()}"
    return register(Figure(name, f"Nguyên nhân: {code.label}", formula, "vụ việc", value, rows))


FIGURES = {code: figure_of(code) for code in Cause.Code}
