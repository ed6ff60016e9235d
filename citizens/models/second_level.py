"""Khiếu nại lần hai: when it is open, and who settles it (KN Đ20.2, Đ33; NĐ124 Đ4)."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.office import Known, declare, setting, units_by_code
from portal.people import Unit
from portal.text import day
from portal.workflow import Refused

from .vocabulary import Kind, Level, Regime

declare(
    Known(
        "labour_settler",
        "Đơn vị giải quyết lần hai khiếu nại về lao động",
        "Nghị định 24/2018/NĐ-CP giao việc này cho Chánh Thanh tra của Sở, không còn từ 01/7/2025."
        " Chọn đơn vị mà thủ trưởng ký thay; để trống thì Giám đốc Sở giải quyết.",
        "",
        units_by_code,
    )
)


def second_settler(regime: str, *, on: date) -> Unit | None:
    """The unit whose head settles instead of the Director, where the office has named one."""
    if regime != Regime.LABOUR:
        return None
    return Unit.objects.filter(code=setting("labour_settler", as_of=on)).first()


def impossible_second_level(
    petition: Any, first: Any, first_decision: str, *, unit: Unit, on: date
) -> Refused | None:
    """Why the second level is not open here, at the field that is wrong."""
    if first is None:
        told = "Chưa ghi vụ việc lần đầu, hoặc số, ngày và nơi ra quyết định lần đầu."
        return None if first_decision else Refused(told, field="first_decision")
    if first.kind != Kind.COMPLAINT or first.level != Level.FIRST:
        return Refused(f"{first.code} không phải khiếu nại lần đầu.", field="code")
    if first.settling_unit_id is None:
        return Refused(
            f"{first.code} do Giám đốc Sở giải quyết: lần hai thuộc Chủ tịch Ủy ban nhân dân tỉnh,"
            " hướng dẫn hoặc chuyển đơn.",
            field="code",
        )
    if first.settling_unit_id == unit.pk:
        return Refused(
            "Đơn vị đã giải quyết lần đầu không tham mưu lần hai; chọn đơn vị khác.", field="unit"
        )
    return still_at_first_level(first, on=on)


def still_at_first_level(first: Any, *, on: date) -> Refused | None:
    """Neither decided nor late: the law opens the second level with either (KN Đ33.1)."""
    settling = first.settling_clock()
    if first.decided_on or (settling and settling.due and settling.due < on):
        return None
    until = f", đến hết ngày {day(settling.due)}" if settling and settling.due else ""
    return Refused(f"{first.code} còn trong thời hạn giải quyết lần đầu{until}.", field="code")
