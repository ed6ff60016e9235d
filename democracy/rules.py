"""Who may do what about publicity, opinions and the suggestion box."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.permissions import holds, is_coordinator, is_leader, rule
from portal.planning.rules import headed_by, units_of, works_here

NOTERS = ("director", "deputy_director", "head", "deputy_head", "officer", "coordinator", "clerk",
          "reform_officer", "procedure_officer")  # fmt: skip
SUPERVISORS = ("inspection_board", "staff_representative")
ROUTES = {
    "leaders": ("director", "deputy_director", "coordinator"),
    "board": ("inspection_board",),
    "representative": ("staff_representative",),
}
"""To whom a letter in the box is addressed, and which positions read it."""

works_in_the_office = rule("Mục này dành cho người làm việc trong cơ quan.")(
    lambda user, subject, on: works_here(user, on=on)
)
notes_postings = holds(*NOTERS, why_not="Nội dung phải công khai do đơn vị chủ trì ghi.")
draws_up_consultations = holds(*NOTERS, why_not="Kế hoạch lấy ý kiến do đơn vị chủ trì lập.")
keeps_decisions = holds(
    *("director", "deputy_director", "head", "deputy_head", "coordinator", "staff_representative"),
    why_not="Biên bản do người đứng đầu, đầu mối tổng hợp hoặc tổ chức đại diện ghi.",
)
reads_figures = holds(
    *("director", "deputy_director", "coordinator", "party_committee"),
    *SUPERVISORS,
    why_not="Bảng tổng hợp dành cho lãnh đạo, đầu mối tổng hợp và các tổ chức giám sát.",
)


def supervises(user: Any, *, on: date) -> bool:
    """The board and the staff's representative see what is owed, and change nothing."""
    return user.holds(*SUPERVISORS, as_of=on)


def sees_all(user: Any, *, on: date) -> bool:
    return user.holds("director", "deputy_director", "coordinator", *SUPERVISORS, as_of=on)


@rule("Việc này do đơn vị chủ trì thực hiện.")
def of_its_unit(user: Any, subject: Any, on: date) -> bool:
    return subject.officer_id == user.pk or subject.unit_id in units_of(user, on=on)


@rule("Việc này do thủ trưởng đơn vị chủ trì thực hiện.")
def heads_its_unit(user: Any, subject: Any, on: date) -> bool:
    return subject.unit_id in headed_by(user, on=on)


@rule("Nội dung này dành cho đơn vị khác.")
def in_circle(user: Any, subject: Any, on: date) -> bool:
    """Whoever the item is for."""
    return works_here(user, on=on) and subject.is_for(user, on=on)


@rule("Thư này gửi cho nơi khác.")
def is_addressed(user: Any, subject: Any, on: date) -> bool:
    return user.holds(*ROUTES[subject.addressed_to], as_of=on)


@rule("Thư này giao cho đơn vị khác trả lời.")
def heads_routed_unit(user: Any, subject: Any, on: date) -> bool:
    return subject.unit_id is not None and subject.unit_id in headed_by(user, on=on)


edits_posting = (of_its_unit | is_coordinator).because(of_its_unit.why_not)
displays = (is_leader | heads_its_unit | is_coordinator).because(
    "Nội dung do thủ trưởng đơn vị chủ trì hoặc đầu mối tổng hợp đăng."
)
gives_information = displays.because(
    "Thông tin do thủ trưởng đơn vị chủ trì hoặc đầu mối tổng hợp cung cấp."
)
withholds = is_leader.because("Chỉ lãnh đạo cơ quan quyết định không công khai nội dung.")
prepares_consultation = (of_its_unit | is_coordinator).because(of_its_unit.why_not)
signs_consultation = (is_leader | heads_its_unit).because(
    "Việc lấy ý kiến do lãnh đạo cơ quan hoặc thủ trưởng đơn vị quyết định."
)
answers_letter = (is_addressed | heads_routed_unit).because(is_addressed.why_not)
