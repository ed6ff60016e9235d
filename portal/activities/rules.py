"""Who keeps the registers of activities."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.permissions import holds, is_coordinator, is_leader, rule
from portal.planning.rules import DRAFTERS, headed_by, units_of

keeps_registers = holds(*DRAFTERS, why_not="Sổ này do đơn vị thực hiện ghi.")
keeps_party_figures = holds(
    "coordinator", "party_committee", why_not="Số liệu Đảng bộ do cấp ủy hoặc đầu mối tổng hợp ghi."
)


@rule("Dòng này do đơn vị đã ghi sửa.")
def of_its_unit(user: Any, subject: Any, on: date) -> bool:
    return subject.officer_id == user.pk or subject.unit_id in units_of(user, on=on)


@rule("Việc này do thủ trưởng đơn vị thực hiện.")
def heads_its_unit(user: Any, subject: Any, on: date) -> bool:
    return subject.unit_id in headed_by(user, on=on)


keeps_entry = (of_its_unit | is_coordinator).because(of_its_unit.why_not)
orders_remedy = (is_leader | heads_its_unit).because(
    "Việc khắc phục do lãnh đạo cơ quan hoặc thủ trưởng đơn vị giao."
)
settles_limitation = (is_leader | heads_its_unit | is_coordinator).because(
    "Kết quả khắc phục do thủ trưởng đơn vị hoặc đầu mối tổng hợp xác nhận."
)


def reads_opinions(user: Any, *, on: date) -> bool:
    """Every note of what people say; others read those of their own unit."""
    return user.holds("director", "deputy_director", "coordinator", "party_committee", as_of=on)
