"""``/dan-chu/viec-phai-lam/``: what each unit owes in a year by law and plan, done, open, late."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import rules
from democracy.obligations import reading
from democracy.views.pages import HOME
from portal.obligations import Line
from portal.people import heads_of
from portal.views.planning.obligations import year_of

ABOVE = ("Việc phải làm trong năm", "/dan-chu/viec-phai-lam/")
SHOWN = {"": "Còn phải làm", "qua-han": "Quá hạn", "tat-ca": "Tất cả"}


@require_safe
def duties(request: HttpRequest) -> HttpResponse:
    """``?nam=``; whoever knows several units sees them side by side, ``?cua=`` opens one."""
    on = timezone.localdate()
    if not rules.works_in_the_office(request.user, on=on):
        raise Http404
    year = year_of(request.GET.get("nam", ""), this_year=on.year)
    units, lines = reading.lines_of_year(year, on=on)
    seen = reading.seen_by(request.user, lines, on=on)
    every = rules.sees_all(request.user, on=on)
    rows = reading.matrix(seen, units if every else (), as_of=on)
    context = {"year": year, "years": [year - 1, year, year + 1], "on": on, "every": every}
    if every and not request.GET.get("cua"):
        return render(request, "democracy/duties/matrix.html", context | side_by_side(rows, seen))
    return render(request, "democracy/duties/list.html", context | one_by_one(request, seen, on))


def side_by_side(rows: list[reading.Row], seen: list[Line]) -> dict[str, Any]:
    duties = reading.shown_duties(seen)
    return {
        "duties": duties,
        "rows": [(row, row.late_with(duties), row.to_do(duties)) for row in rows],
        "late": sum(row.late for row in rows),
        "open": sum(row.open for row in rows),
        "crumbs": [HOME],
        "here": ABOVE[0],
    }


def one_by_one(request: HttpRequest, seen: list[Line], on: date) -> dict[str, Any]:
    """The rows of one unit or body; of all of one's own where none is named."""
    which = request.GET.get("xem", "")
    if which not in SHOWN:
        raise BadRequest("Không có cách xem này.")
    code = request.GET.get("cua", "")
    mine = [line for line in seen if line.owed.place and code in ("", line.owed.place.code)]
    places = {line.owed.place for line in mine}
    place = places.pop() if len(places) == 1 else None
    told = [line for line in mine if wanted(line, which, on=on)]
    return {
        "place": place,
        "code": code,
        "tabs": [
            (name, words, name == which, sum(wanted(line, name, on=on) for line in mine))
            for name, words in SHOWN.items()
        ],
        "groups": grouped(told, on=on),
        "nothing_at_all": not mine,
        "crumbs": [HOME, ABOVE] if code else [HOME],
        "here": str(place or code) if code else ABOVE[0],
    }


def wanted(line: Line, which: str, *, on: date) -> bool:
    if which == "tat-ca":
        return True
    return line.owed.is_open() and (which == "" or line.owed.is_late(as_of=on))


def grouped(lines: list[Line], *, on: date) -> list[dict[str, Any]]:
    """Duty after duty, each row with how it stands and who answers for its unit."""
    heads = heads_of((line.owed.unit.pk for line in lines if line.owed.unit), on=on)
    return [
        {
            "duty": duty,
            "rows": [
                (line.owed, line.owed.standing(as_of=on), heads.get(unit_of(line), ""))
                for line in lines
                if line.duty == duty
            ],
        }
        for duty in reading.shown_duties(lines)
    ]


def unit_of(line: Line) -> int:
    return line.owed.unit.pk if line.owed.unit else 0
