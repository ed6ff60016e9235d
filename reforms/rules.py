"""Who may do what in the programme of administrative reform."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.permissions import holds, rule
from portal.planning.rules import headed_by, units_of, works_here

FOLLOWERS = ("director", "deputy_director", "coordinator", "reform_officer", "procedure_officer")

works_in_the_office = rule("Mục này dành cho người làm việc trong cơ quan.")(
    lambda user, subject, on: works_here(user, on=on)
)
follows_reform = holds(
    *("reform_officer", "coordinator"),
    why_not="Việc này do công chức phụ trách CCHC hoặc đầu mối tổng hợp thực hiện.",
)
keeps_procedures = holds(
    *("procedure_officer", "coordinator"),
    why_not="Việc này do đầu mối kiểm soát TTHC hoặc đầu mối tổng hợp thực hiện.",
)


def sees_all(user: Any, *, on: date) -> bool:
    """The leadership and those who follow the programme; others see what their unit owes."""
    return user.holds(*FOLLOWERS, as_of=on)


@rule("Việc này do đơn vị được giao thực hiện.")
def of_its_unit(user: Any, subject: Any, on: date) -> bool:
    return subject.unit_id in units_of(user, on=on)


@rule("Việc này do thủ trưởng đơn vị được giao thực hiện.")
def heads_its_unit(user: Any, subject: Any, on: date) -> bool:
    return subject.unit_id in headed_by(user, on=on)
