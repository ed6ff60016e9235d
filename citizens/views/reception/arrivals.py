"""Who registered has come: the register of visits opens with what is known already."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest

from citizens.models import Reception, Registration

OF_THE_PERSON = ("name", "id_number", "phone", "address", "content", "people")


def arriving(request: HttpRequest, *, on: date) -> dict[str, Any]:
    """``?dang-ky=``: a registration; ``?buoi=``: a session."""
    seen = Reception.objects.visible_to(request.user, on=on)
    if (asked := request.GET.get("dang-ky", "")).isdecimal():
        rows = Registration.objects.filter(sealed=False, reception__in=seen)
        if row := rows.select_related("reception").filter(pk=asked[:18]).first():
            return told_by(row.reception) | {name: getattr(row, name) for name in OF_THE_PERSON}
    session = seen.filter(code=request.GET.get("buoi", "")).first()
    return told_by(session) if session else {}


def told_by(session: Any) -> dict[str, Any]:
    return {
        "received_on": f"{session.date:%d/%m/%Y}",
        "kind": session.kind,
        "host": session.host,
        "place": session.place_id or "",
    }
