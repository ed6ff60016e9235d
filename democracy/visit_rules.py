"""Who may do what with visits, surveys and the self-inspection of a unit."""

from __future__ import annotations

from datetime import date
from typing import Any

from democracy.rules import heads_its_unit, sees_all
from portal.permissions import holds, is_coordinator, is_leader, rule
from portal.planning.rules import DRAFTERS, units_of

__all__ = ["calls_off", "concludes", "in_team", "of_visited_unit", "opens_visits", "sees_all"]

opens_visits = holds(*DRAFTERS, why_not="Cuộc kiểm tra do lãnh đạo hoặc đơn vị chủ trì mở.")


@rule("Việc này do đoàn kiểm tra thực hiện.")
def is_member(user: Any, subject: Any, on: date) -> bool:
    """The head of the team, its members, who opened it; of a self-inspection the unit."""
    if user.pk in (subject.leader_id, subject.officer_id):
        return True
    if subject.is_self and subject.visited_id in units_of(user, on=on):
        return True
    return subject.members.filter(pk=user.pk).exists()


@rule("Báo cáo trước khi làm việc do đơn vị được kiểm tra gửi.")
def of_visited_unit(user: Any, subject: Any, on: date) -> bool:
    return subject.visited_id in units_of(user, on=on)


@rule("Kết luận do lãnh đạo cơ quan ký; tự kiểm tra do thủ trưởng đơn vị ký.")
def concludes(user: Any, subject: Any, on: date) -> bool:
    """Of a self-inspection the head of the unit, else a leader of the office."""
    if subject.is_self:
        return heads_its_unit(user, subject, on=on)
    return is_leader(user, subject, on=on)


in_team = (is_member | is_coordinator).because(is_member.why_not)
calls_off = (is_leader | is_member | is_coordinator).because(is_member.why_not)
