"""Reform plans by name: due, done, in time, and who has nothing to do."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from portal.periods import Period
from portal.statistics import Figure, register
from portal.statistics.counting import share_of
from reforms.plan_rates import counted_as
from reforms.units_in_plans import units_without


def counted(way: str) -> Any:
    def value(period: Period, unit: str = "") -> int:
        rows = counted_as(way, period, as_of=period.end)
        return (rows.filter(unit__code=unit) if unit else rows).count()

    return value


def opens(way: str) -> Any:
    def rows(period: Any, unit: str = "") -> str:
        asked = {way: period.address} | ({"don-vi": unit} if unit else {})
        return f"/cai-cach/nhiem-vu/?{urlencode(asked)}"

    return rows


def count(name: str, label: str, formula: str, way: str) -> Figure:
    return register(Figure(name, label, formula, "nhiệm vụ", counted(way), opens(way)))


DUE = count(
    "reform_tasks_due", "Nhiệm vụ CCHC đến hạn",
    "phần việc trong kế hoạch CCHC có hạn từ đầu năm đến cuối kỳ, không kể việc đã thôi; "
    "việc thường xuyên tính là đến hạn", "den-han",
)  # fmt: skip
DONE = count(
    "reform_tasks_done", "Nhiệm vụ CCHC đến hạn đã hoàn thành",
    "phần việc đến hạn đã xác nhận hoàn thành đến cuối kỳ; việc thường xuyên: "
    "có sản phẩm trong kỳ", "xong",
)  # fmt: skip
IN_TIME = count(
    "reform_tasks_in_time", "Nhiệm vụ CCHC hoàn thành đúng hạn",
    "phần việc đến hạn đã hoàn thành không sau hạn", "dung-han",
)  # fmt: skip
PLAN_RATE = share_of(
    "reform_plan_rate", "Mức độ hoàn thành kế hoạch CCHC",
    "nhiệm vụ đến hạn đã hoàn thành ÷ nhiệm vụ đến hạn", DONE, DUE,
)  # fmt: skip
IN_TIME_RATE = share_of(
    "reform_in_time_rate", "Tỷ lệ nhiệm vụ CCHC hoàn thành đúng hạn",
    "nhiệm vụ hoàn thành đúng hạn ÷ nhiệm vụ đến hạn đã hoàn thành", IN_TIME, DONE,
)  # fmt: skip


def without(period: Period, unit: str = "") -> int:
    rows = units_without(period.end.year, as_of=period.end)
    return (rows.filter(code=unit) if unit else rows).count()


WITHOUT = register(
    Figure(
        "units_without_reform_task", "Đơn vị chưa có nhiệm vụ CCHC trong năm",
        "phòng, đơn vị đang hoạt động không có phần việc nào trong kế hoạch CCHC của năm",
        "đơn vị",
        without,
        lambda period, unit="": f"/cai-cach/ke-hoach/?nam={period.end.year}#chua-co-nhiem-vu",
    )
)  # fmt: skip
