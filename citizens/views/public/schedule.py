"""/lich-tiep-cong-dan/: when and where the leaders receive, and the same for a calendar."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citizens.models import Reception, ReceptionPlace
from citizens.models.reception.vocabulary import ReceptionStage
from portal.office import office
from portal.text import upper_first

ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})
LINE = 74
STAMP = "%Y%m%dT%H%M%SZ"


@login_not_required
@require_safe
def schedule(request: HttpRequest) -> HttpResponse:
    """The next day first; nobody who registered is named here."""
    on = timezone.localdate()
    sessions = list(Reception.objects.with_words().on_show(as_of=on))
    to_come = [row for row in sessions if row.stage == ReceptionStage.PLANNED]
    places = ReceptionPlace.objects.open(as_of=on)
    context = {
        "next": to_come[0] if to_come else None,
        "sessions": sessions,
        "places": [
            {"place": place, "hours": place.hours_on(on), "unit": place.unit_on(on)}
            | {"hanging": place.hanging(on=on)}
            for place in places.prefetch_related("seasons", "charges__unit", "hung_papers")
        ],
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/public/schedule.html", context)


@login_not_required
@require_safe
def calendar_file(request: HttpRequest) -> HttpResponse:
    """.ics of what is posted; a session that was called off says so."""
    on = timezone.localdate()
    sessions = Reception.objects.with_words().on_show(as_of=on)
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//Lich tiep cong dan//VI",
        "METHOD:PUBLISH",
        *(line for session in sessions for line in event_of(session, request.get_host())),
        "END:VCALENDAR",
    ]
    body = "".join(f"{folded(line)}\r\n" for line in lines)
    response = HttpResponse(body, content_type="text/calendar; charset=utf-8")
    response["Content-Disposition"] = 'attachment; filename="lich-tiep-cong-dan.ics"'
    return response


def event_of(session: Any, host: str) -> list[str]:
    called_off = session.stage in (ReceptionStage.CANCELLED, ReceptionStage.POSTPONED)
    place = session.place
    told = {
        "UID": f"{session.code}@{host}",
        "DTSTAMP": datetime.combine(session.displayed_on or session.date, time()).strftime(STAMP),
        **moments(session),
        "SEQUENCE": str(session.version),
        "STATUS": "CANCELLED" if called_off else "CONFIRMED",
        "SUMMARY": written(f"{session.host_words} tiếp công dân"),
        "LOCATION": written(f"{place}, {place.address}" if place else office(session.date).address),
        "DESCRIPTION": written(session.reason if called_off else session.expected_content),
    }
    body = [f"{name}:{value}" for name, value in told.items() if value]
    return ["BEGIN:VEVENT", *body, "END:VEVENT"]


def moments(session: Any) -> dict[str, str]:
    if not (session.starts_at and session.ends_at):
        return {"DTSTART;VALUE=DATE": f"{session.date:%Y%m%d}"}
    return {
        "DTSTART": moment(session.date, session.starts_at),
        "DTEND": moment(session.date, session.ends_at),
    }


def moment(on: date, at: time) -> str:
    local = timezone.make_aware(datetime.combine(on, at))
    return local.astimezone(timezone.get_fixed_timezone(0)).strftime(STAMP)


def written(words: str) -> str:
    return upper_first(words).translate(ESCAPES)


def folded(line: str) -> str:
    """At most 75 bytes a line; a longer one goes on after a blank."""
    parts, rest = [], line
    while rest:
        piece = rest[:LINE]
        while len(piece.encode()) > LINE:
            piece = piece[:-1]
        parts.append(piece)
        rest = rest[len(piece) :]
    return "\r\n ".join(parts)
