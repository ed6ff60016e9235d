"""``/tim-kiem/``: one question to all that is public."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from portal.publications import found  # noqa: F401  its sources make themselves known
from portal.publications.finding import LONGEST, MOST, SHORTEST, SOURCES
from portal.text import fold


@login_not_required
@require_safe
def find_public(request: HttpRequest) -> HttpResponse:
    typed = " ".join(request.GET.get("q", "").replace("\x00", "").split())[:LONGEST]
    asked = len(fold(typed)) >= SHORTEST
    groups = list(groups_of(typed)) if asked else []
    context = {"typed": typed, "asked": asked, "groups": groups}
    return render(request, "portal/public/find.html", context)


def groups_of(typed: str) -> Iterator[dict[str, Any]]:
    now = timezone.now()
    for source in SOURCES:
        hits = list(source.find(typed, now))
        if hits:
            more = source.more + (f"?{urlencode({'q': typed})}" if source.narrows else "")
            yield {
                "label": source.label,
                "hits": hits[:MOST],
                "more": more if len(hits) > MOST and source.narrows else "",
            }
