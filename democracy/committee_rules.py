"""Who may do what with the steering committee of the office and those of units."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.permissions import holds, is_clerk, is_coordinator, is_leader, rule
from portal.planning.rules import headed_by, units_of, works_here

COMPOSERS = ("head", "deputy_head", "officer", "coordinator")

works_in_the_office = rule("Mục này dành cho người làm việc trong cơ quan.")(
    lambda user, subject, on: works_here(user, on=on)
)


@rule("Thành phần do đầu mối tổng hợp, ở đơn vị do đơn vị đó soạn.")
def of_its_unit(user: Any, subject: Any, on: date) -> bool:
    return subject.unit_id in units_of(user, on=on)


@rule("Quyết định kiện toàn do Giám đốc, ở đơn vị do thủ trưởng đơn vị ký.")
def signs(user: Any, subject: Any, on: date) -> bool:
    return subject.unit_id in headed_by(user, on=on)


begins = holds(*COMPOSERS, why_not="Thành phần do đầu mối tổng hợp hoặc đơn vị soạn.")
composes = (of_its_unit | is_coordinator).because(of_its_unit.why_not)
writes_number = (is_clerk | is_coordinator | of_its_unit).because(
    "Số và ngày quyết định do văn thư, đầu mối tổng hợp hoặc đơn vị ghi."
)
reads_alerts = (is_leader | composes).because(of_its_unit.why_not)
