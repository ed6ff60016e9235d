"""Who is away: told on the desk of whoever is, and of whoever works in that place."""

from __future__ import annotations

from typing import Any

from django.db.models import Count, Q

from portal.kept import Kept
from portal.text import day

from ..models import Cover, Leave


@Kept
def concerned() -> frozenset[int]:
    """Whoever is away, and whoever works in that place: on most days nobody."""
    away = Leave.objects.current().values_list("person", flat=True)
    return frozenset([*away, *Cover.objects.current().values_list("officer", flat=True)])


def leaves_told(user: Any) -> list[str]:
    """One sentence a leave."""
    if user.pk not in concerned():
        return []
    mine = Q(covers__returned_on=None) & (Q(person=user) | Q(covers__officer=user))
    rows = Leave.objects.on_desk_of(user).select_related("person")
    counted = rows.annotate(items=Count("covers", filter=mine, distinct=True))
    return [sentence(leave, user) for leave in counted]


def sentence(leave: Any, user: Any) -> str:
    if leave.person_id != user.pk:
        return f"Làm thay {leave.person} đến hết ngày {day(leave.to_on)}: {leave.items} việc."
    days = f"Đồng chí nghỉ từ {day(leave.from_on)} đến hết ngày {day(leave.to_on)}"
    if leave.begun_on is None:
        return f"{days}; việc đang mở sẽ giao người làm thay vào ngày đầu nghỉ."
    return f"{days}: {leave.items} việc do người khác làm thay."
