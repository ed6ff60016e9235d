"""What is amiss with a committee: no programme, an empty seat, a member without a duty or gone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Prefetch

from democracy.models.committee.version import CommitteeDuty, CommitteeSeat
from portal.people import Position
from portal.planning import Plan
from portal.planning.plans import KNOWN
from portal.text import day

HELPERS = (CommitteeSeat.Role.SECRETARY, CommitteeSeat.Role.HELPER)
"""They work for the committee: no field or unit is theirs."""


@dataclass(frozen=True)
class Alert:
    tone: str
    words: str


def programme_due(year: int) -> date:
    """The first quarter, set by the office."""
    return date(year, 3, 31)


def seats_read() -> Prefetch:
    """Seats with their people and duties, for ``alerts_of`` and the pages."""
    duties = CommitteeDuty.objects.prefetch_related("fields", "units")
    seats = CommitteeSeat.objects.select_related("user")
    seats = seats.prefetch_related(Prefetch("duties", queryset=duties, to_attr="assigned"))
    return Prefetch("seats", queryset=seats, to_attr="read")


def programmes(versions: Iterable[Any], *, year: int) -> dict[int, Plan]:
    """The programme of the year of each committee, if it was issued."""
    bodies = [row.body_id for row in versions]
    plans = Plan.objects.filter(body__in=bodies, year=year, stage__in=KNOWN).order_by("-pk")
    return {plan.body_id: plan for plan in plans if plan.body_id}


def working_here(versions: Iterable[Any], *, on: date) -> set[int]:
    """Members who hold a post in a unit on that day."""
    users = [seat.user_id for row in versions for seat in row.read if seat.user_id]
    held = Position.objects.open(as_of=on).filter(user__in=users, unit__isnull=False)
    return set(held.filter(user__is_active=True).values_list("user", flat=True))


def alerts_of(version: Any, *, programme: Plan | None, here: set[int], on: date) -> list[Alert]:
    found = []
    if programme is None:
        due = programme_due(on.year)
        found.append(
            Alert("late", f"Chưa có chương trình công tác năm {on.year}, hạn {day(due)}")
            if on > due
            else Alert("soon", f"Chương trình công tác năm {on.year}: ban hành trước {day(due)}")
        )
    for seat in version.read:
        if words := amiss(seat, here):
            found.append(Alert("soon", words))
    return found


def amiss(seat: Any, here: set[int]) -> str:
    if seat.user_id is None:
        return f"{seat.get_role_display()} ({seat.post}): chưa có người"
    if seat.user_id not in here:
        return f"{seat.user}: không còn làm việc trong cơ quan, cần kiện toàn"
    if not seat.assigned and seat.role not in HELPERS:
        return f"{seat.user}: chưa được phân công"
    return ""
