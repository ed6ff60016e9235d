"""Who may do what when units, committees and persons are rated."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Q

from portal.permissions import holds, is_clerk, is_coordinator, is_leader, rule
from portal.planning.rules import bodies_of, headed_by, units_of, works_here

SEE_ALL = ("director", "deputy_director", "coordinator")


def sees_all(user: Any, *, on: date) -> bool:
    return user.holds(*SEE_ALL, as_of=on)


def rated_with(user: Any, *, on: date) -> Q:
    """Sheets of the reader's own unit, committee or person; a head those of the unit's people."""
    mine, led = units_of(user, on=on), headed_by(user, on=on)
    return (
        Q(unit__in=mine, person=None)
        | Q(body__in=bodies_of(user, on=on))
        | Q(person=user)
        | Q(unit__in=led, person__isnull=False)
    )


@rule("Phiếu điểm do chính đơn vị, tổ chức, cá nhân được xếp loại tự chấm.")
def rates_itself(user: Any, subject: Any, on: date) -> bool:
    if subject.person_id:
        return subject.person_id == user.pk
    if subject.body_id:
        return subject.body_id in bodies_of(user, on=on)
    return subject.unit_id in units_of(user, on=on)


@rule("Bản tự chấm của đơn vị do thủ trưởng đơn vị gửi.")
def answers_for_it(user: Any, subject: Any, on: date) -> bool:
    """The head of a unit; a committee's member and a person for themselves."""
    if subject.person_id or subject.body_id:
        return rates_itself(user, subject, on=on)
    return subject.unit_id in headed_by(user, on=on)


@rule("Không ai thẩm định điểm của đơn vị mình; việc này do đầu mối tổng hợp hoặc lãnh đạo làm.")
def appraises(user: Any, subject: Any, on: date) -> bool:
    """The coordinator for others; where the coordinator's own unit is rated, a leader."""
    if rates_itself(user, subject, on=on):
        return False
    return user.holds(*SEE_ALL, as_of=on)


@rule("Điểm sau thẩm định do lãnh đạo cơ quan điều chỉnh.")
def adjusts(user: Any, subject: Any, on: date) -> bool:
    return is_leader(user, on=on) and not rates_itself(user, subject, on=on)


opens_rounds = is_coordinator.because("Kỳ xếp loại do đầu mối tổng hợp mở.")
decides = holds("director", why_not="Kết quả xếp loại do Giám đốc quyết định.")
writes_number = (is_clerk | is_coordinator).because(
    "Số và ngày quyết định do văn thư hoặc đầu mối tổng hợp ghi."
)
keeps_sets = holds(
    *("coordinator", "administrator"),
    why_not="Bộ tiêu chí do đầu mối tổng hợp hoặc quản trị hệ thống nạp.",
)
reads_sets = rule("Mục này dành cho người làm việc trong cơ quan.")(
    lambda user, subject, on: works_here(user, on=on) or keeps_sets(user, on=on)
)
