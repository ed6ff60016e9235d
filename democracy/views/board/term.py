"""The page of a term: seats and vacancies, recognition, when it ends."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import board_rules as rules
from democracy.models import BoardTerm, Conference
from democracy.views.board.pages import ROOM
from democracy.views.board.room import members, shown
from democracy.views.pages import around
from portal.people import Position
from portal.text import day, number


@require_safe
def term(request: HttpRequest, code: str) -> HttpResponse:
    on, user = timezone.localdate(), request.user
    rows = BoardTerm.objects.visible_to(user, on=on).select_related(
        "body", "unit", "officer", "conference"
    )
    one = get_object_or_404(rows.prefetch_related(members()), code=code)
    told = rules.on_its_board(user, one, on=on) or user.holds(*rules.READERS, as_of=on)
    running = one.stage != "ended"
    alerts = [*shown(one, on=on)["alerts"], *without_position(one, on=on)] if running else []
    context = {
        "term": one,
        "seats": list(one.seats.select_related("user")),
        "alerts": alerts,
        "vacant": shown(one, on=on)["vacant"] if running else 0,
        "facts": facts_of(one),
        "conference": Conference.objects.visible_to(user, on=on).filter(board_term=one).first(),
        **around(user, one, on=on, told=told, above=ROOM, aside=("end_term", "vacate_seat")),
    }
    return render(request, "democracy/board/term.html", context)


def without_position(one: Any, *, on: date) -> list[tuple[str, str]]:
    """A seat gives no right: members to whom the administrator gave no position yet."""
    held = Position.objects.open(as_of=on).filter(body=one.body_id, role=rules.BOARD)
    users = set(held.values_list("user", flat=True))
    return [
        ("soon", f"{seat.user}: quản trị hệ thống chưa ghi vị trí trong Ban")
        for seat in one.sitting
        if seat.user_id not in users
    ]


def held_at(one: Any) -> str:
    return f", {one.conference.code}" if one.conference else ""


def facts_of(one: Any) -> list[tuple[str, str]]:
    facts = [
        ("Của", str(one.unit)),
        ("Hội nghị bầu", f"{day(one.elected_on)}{held_at(one)}"),
        ("Số người của đơn vị", number(one.staff)),
        ("Số thành viên", f"{one.places}" + (f": {one.more_because}" if one.more_because else "")),
    ]
    if one.recognised_on:
        facts.append(("Công nhận", f"{day(one.recognised_on)}, {one.recognition}"))
    if one.unrecognised_because:
        facts.append(("Không có bước công nhận", one.unrecognised_because))
    if one.ends_on:
        facts.append(("Hết nhiệm kỳ", day(one.ends_on)))
    if one.ended_on:
        facts.append(("Kết thúc", f"{day(one.ended_on)}: {one.ended_because}"))
    return facts
