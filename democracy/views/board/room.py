"""/dan-chu/thanh-tra-nhan-dan/: the boards, what waits for an answer, what is to come."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import board_rules as rules
from democracy.models import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardSeat,
    BoardTerm,
)
from democracy.models.board.term import Stage
from democracy.views.pages import HOME
from portal.deadlines import standing
from portal.people import Unit
from portal.periods import Half, Quarter, Year
from portal.text import day, lower_first

MOST, FEW = 60, 8


@require_safe
def room(request: HttpRequest) -> HttpResponse:
    on, user = timezone.localdate(), request.user
    works = rules.works_in_the_office(user, on=on)
    sits = rules.sits_on_a_board(user, on=on)
    context = {"works_here": works, "sits": sits, "on": on, "crumbs": [HOME]}
    if works:
        context |= shown_to(user, on=on, sits=sits)
    return render(request, "democracy/board/room.html", context)


def shown_to(user: Any, *, on: date, sits: bool) -> dict[str, Any]:
    def seen(model: Any) -> Any:
        rows = model.objects.visible_to(user, on=on)
        return rows.select_related("term__unit")

    terms = list(
        BoardTerm.objects.visible_to(user, on=on)
        .select_related("unit", "body")
        .prefetch_related(members())
        .order_by("unit__kind", "unit__name", "-elected_on")[:MOST]
    )
    in_office = [term for term in terms if term.stage != Stage.ENDED]
    waiting = list(seen(BoardRecommendation).waiting().order_by("due_on", "pk")[:FEW])
    programmes = list(seen(BoardProgramme)[:FEW])
    overseen = user.holds(*rules.READERS, as_of=on)
    return {
        "terms": [shown(term, on=on) for term in in_office],
        "past": [term for term in terms if term.stage == Stage.ENDED][:FEW],
        "without": units_without(in_office, on=on) if overseen or sits else [],
        "waiting": [(row, row.standing(as_of=on)) for row in waiting],
        "upcoming": list(
            seen(BoardInspection).upcoming().select_related("inspected").order_by("starts_on")[:FEW]
        ),
        "programmes": programmes,
        "missing": missing(in_office, programmes, on=on) if sits else [],
        "reports": list(seen(BoardReport)[:FEW]),
        "asked": BoardRequest.objects.visible_to(user, on=on).waiting().count(),
    }


def members() -> Prefetch:
    seats = BoardSeat.objects.filter(left_on=None).select_related("user")
    return Prefetch("seats", queryset=seats, to_attr="sitting")


def shown(term: Any, *, on: date) -> dict[str, Any]:
    """A term with its members, and what is amiss."""
    vacant = max(term.places - len(term.sitting), 0)
    alerts = []
    if term.stage == Stage.ELECTED:
        late = term.recognise_due and term.recognise_due < on
        due = f", chậm nhất {day(term.recognise_due)}" if term.recognise_due else ""
        alerts.append(("late" if late else "soon", f"Chờ tổ chức đại diện công nhận{due}"))
    if vacant:
        alerts.append(("soon", f"Khuyết {vacant} thành viên, hội nghị bầu bổ sung"))
    if not any(seat.office == "truong-ban" for seat in term.sitting):
        alerts.append(("soon", "Chưa có Trưởng Ban"))
    if term.ends_on and term.ends_on < on:
        alerts.append(("late", f"Đã hết nhiệm kỳ ngày {day(term.ends_on)}"))
    elif term.ends_soon(as_of=on):
        alerts.append(("soon", f"Hết nhiệm kỳ ngày {day(term.ends_on)}, chuẩn bị bầu Ban mới"))
    return {"term": term, "vacant": vacant, "alerts": alerts}


def units_without(terms: Iterable[Any], *, on: date) -> list[Unit]:
    held = [term.unit_id for term in terms]
    units = Unit.objects.open(as_of=on).exclude(kind=Unit.Kind.DIVISION).exclude(pk__in=held)
    return list(units.order_by("kind", "name")[:MOST])


def missing(terms: Iterable[Any], programmes: Iterable[Any], *, on: date) -> list[str]:
    """Periods of today for which the reader's board has no programme."""
    have = {row.period_code for row in programmes}
    now = [kind.containing(on) for kind in (Quarter, Half, Year)]
    if not list(terms):
        return []
    return [lower_first(period.label) for period in now if period.code not in have]


def countdown(row: Any, *, on: date) -> Any:
    return standing(row["due_on"], as_of=on) if row["stage"] == "waiting" else None
