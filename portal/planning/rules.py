"""Who may do what with plans and tasks."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.office import setting
from portal.permissions import holds, is_clerk, is_leader, rule

WORKERS = ("head", "deputy_head", "officer", "coordinator", "clerk", "reception_officer",
           "petition_officer", "reform_officer", "procedure_officer")  # fmt: skip
DRAFTERS = ("director", "deputy_director", "head", "deputy_head", "officer", "coordinator",
            "reform_officer", "procedure_officer")  # fmt: skip
HEADS = ("head", "deputy_head")
NO_CONTENTS = ("administrator",)


def works_here(user: Any, *, on: date) -> bool:
    """Whoever holds a position with contents: plans in force are known to the whole staff."""
    return any(row.role not in NO_CONTENTS for row in user.positions_on(on))


def sees_every_draft(user: Any, *, on: date) -> bool:
    return user.holds("director", "deputy_director", "coordinator", as_of=on)


def units_of(user: Any, *, on: date) -> list[int]:
    """The units in which this user works."""
    return [row.unit_id for row in user.positions_on(on) if row.unit_id and row.role in WORKERS]


def bodies_of(user: Any, *, on: date) -> list[int]:
    return [row.body_id for row in user.positions_on(on) if row.body_id]


def headed_by(user: Any, *, on: date) -> list[int]:
    """The units that this user heads; the Director and deputies head the office itself."""
    roles = (*HEADS, "director", "deputy_director")
    return [row.unit_id for row in user.positions_on(on) if row.unit_id and row.role in roles]


draws_up_plans = holds(*DRAFTERS, why_not="Kế hoạch do đơn vị được giao soạn thảo.")


@rule("Dự thảo do đơn vị soạn thảo hoặc Văn phòng sửa.")
def drafts(user: Any, subject: Any, on: date) -> bool:
    """The drafter, whoever works in the unit that follows the plan or owns it, the coordinator."""
    mine = units_of(user, on=on)
    return (
        subject.officer_id == user.pk
        or subject.coordinating_unit_id in mine
        or subject.unit_id in mine
        or user.holds("coordinator", as_of=on)
    )


@rule("Kế hoạch của Sở do Giám đốc hoặc Phó Giám đốc ký; của đơn vị do thủ trưởng đơn vị ký.")
def signs(user: Any, subject: Any, on: date) -> bool:
    return subject.unit_id in headed_by(user, on=on)


@rule("Việc này do đơn vị theo dõi kế hoạch hoặc đầu mối tổng hợp thực hiện.")
def coordinates(user: Any, subject: Any, on: date) -> bool:
    """Whoever works in the unit that follows the plan, and the coordinator everywhere."""
    return subject.plan_followed.coordinating_unit_id in units_of(user, on=on) or user.holds(
        "coordinator", as_of=on
    )


@rule("Nhiệm vụ này giao cho đơn vị khác.")
def carries_out(user: Any, subject: Any, on: date) -> bool:
    """Whoever works in the unit or body; what the office itself owes falls to who follows it."""
    if subject.body_id:
        return subject.body_id in bodies_of(user, on=on)
    if subject.unit_id in units_of(user, on=on):
        return True
    return subject.belongs_to_the_office and coordinates(user, subject, on=on)


@rule("Việc này do thủ trưởng đơn vị thực hiện nhiệm vụ quyết định.")
def heads_share(user: Any, subject: Any, on: date) -> bool:
    return subject.unit_id is not None and subject.unit_id in headed_by(user, on=on)


@rule("Thời hạn do người ký kế hoạch quyết định.")
def signs_the_plan(user: Any, subject: Any, on: date) -> bool:
    return signs(user, subject.plan_followed, on=on)


@rule("Đơn vị đã xác nhận, hoặc không có tên ở nơi nhận.")
def receives(user: Any, subject: Any, on: date) -> bool:
    """Whoever works in a unit, or sits in a body, that has not yet said it received the plan."""
    mine, bodies = units_of(user, on=on), bodies_of(user, on=on)
    waiting = [row for row in subject.recipients.all() if row.acknowledged_on is None]
    return any(row.unit_id in mine or (row.body_id and row.body_id in bodies) for row in waiting)


@rule("Kinh phí do đơn vị tài chính ghi ở quy định riêng của cơ quan thẩm định.")
def appraises(user: Any, subject: Any, on: date) -> bool:
    """Whoever works in the finance unit of that day."""
    finance = setting("finance_unit", as_of=on)
    held = user.positions_on(on)
    return any(row.unit_id and row.role in WORKERS and row.unit.code == finance for row in held)


sends_out = (is_clerk | coordinates).because(
    "Số và ngày do văn thư hoặc đơn vị theo dõi kế hoạch ghi."
)
answers_obstacles = (is_leader | signs_the_plan | coordinates).because(
    "Vướng mắc do lãnh đạo hoặc đầu mối tổng hợp trả lời."
)
prepares_date = (carries_out | coordinates).because(carries_out.why_not)
