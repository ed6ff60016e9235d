"""/vu-viec/diem-nong/: what is watched apart, since when, who answers for it; the target is 0."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citizens.models import Case, Flag
from citizens.views.lists import works_here
from portal.filters import Reader
from portal.people import User

MOST = 300


@require_safe
def flag_list(request: HttpRequest) -> HttpResponse:
    """Open flags of the cases that the reader may see, by kind, the oldest first."""
    reader = Reader(request.user, timezone.localdate())
    rows = [*flags_seen_by(request.user, on=reader.on)]
    context = {
        "groups": groups_of(rows, on=reader.on),
        "count": len(rows),
        "works_here": works_here(reader),
    }
    return render(request, "citizens/case/flags.html", context)


def flags_seen_by(user: User, *, on: date) -> Any:
    seen = Case.objects.visible_to(user, on=on).values("pk")
    rows = Flag.objects.open().filter(case__in=seen)
    return rows.select_related("case__unit", "case__officer", "answerable")[:MOST]


def groups_of(rows: list[Flag], *, on: date) -> list[dict[str, Any]]:
    """Every kind stands there, also at its target of none."""
    return [
        {
            "words": label,
            "rows": [
                {
                    "flag": row,
                    "days": (on - row.since).days,
                    "standing": row.case.standing(as_of=on),
                }
                for row in rows
                if row.kind == kind
            ],
        }
        for kind, label in Flag.Kind.choices
    ]
