"""Who may do what with models, initiatives and exemplars."""

from __future__ import annotations

from datetime import date
from typing import Any

from democracy.rules import NOTERS, heads_its_unit, of_its_unit
from portal.permissions import holds, is_clerk, is_coordinator, is_leader, rule
from portal.planning.rules import units_of

CLOSE = ("director", "deputy_director", "coordinator")

enrols = holds(*NOTERS, why_not="Mô hình do đơn vị thực hiện đăng ký.")
works_on = (of_its_unit | is_coordinator).because(of_its_unit.why_not)
lists_up = is_leader.because("Danh mục mô hình do lãnh đạo cơ quan duyệt.")
turns_down = (is_leader | is_coordinator).because(
    "Việc này do lãnh đạo cơ quan hoặc đầu mối tổng hợp thực hiện."
)
assesses = heads_its_unit.because("Bản tự đánh giá do thủ trưởng đơn vị gửi.")
recognises = holds("director", why_not="Việc công nhận do Giám đốc quyết định.")
writes_number = (is_clerk | is_coordinator).because(
    "Số và ngày quyết định do văn thư hoặc đầu mối tổng hợp ghi."
)
shows = (is_leader | is_coordinator | heads_its_unit).because(
    "Mô hình do thủ trưởng đơn vị hoặc đầu mối tổng hợp giới thiệu."
)
stops = shows.because("Mô hình do thủ trưởng đơn vị hoặc đầu mối tổng hợp dừng.")


@rule("Nơi nhân rộng do chính đơn vị làm theo hoặc đầu mối tổng hợp ghi.")
def replicates(user: Any, subject: Any, on: date) -> bool:
    """Whoever works in another unit writes down that it does the same; the coordinator for all."""
    others = set(units_of(user, on=on)) - {subject.unit_id}
    return bool(others) or user.holds("coordinator", as_of=on)


def sees_all(user: Any, *, on: date) -> bool:
    return user.holds(*CLOSE, as_of=on)
