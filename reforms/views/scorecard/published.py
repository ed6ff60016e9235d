"""``/cai-cach/cham-diem/cac-co-quan/``: all agencies of the province in a year, ours among them."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.office import office
from portal.planning.rules import works_here
from reforms.models import PublishedScore
from reforms.models.scorecard.published import ranked
from reforms.rules import follows_reform
from reforms.views.pages import HOME

SCORING = ("Chấm điểm", "/cai-cach/cham-diem/")


@require_safe
def agencies(request: HttpRequest) -> HttpResponse:
    """``?nam=2021``; without it the newest year that was brought along."""
    on = timezone.localdate()
    works = works_here(request.user, on=on)
    years = PublishedScore.objects.years() if works else []
    year = year_asked(request.GET.get("nam", ""), years)
    lines = ranked(year) if year else []
    context: dict[str, Any] = {
        "works_here": works,
        "brings": follows_reform(request.user, on=on),
        "years": years,
        "year": year,
        "lines": lines,
        "own": office(on).name,
        "sources": sorted({line.row.source for line in lines}),
        "crumbs": [HOME, SCORING],
    }
    return render(request, "reforms/scorecard/agencies.html", context)


def year_asked(typed: str, years: list[int]) -> int | None:
    if not typed:
        return years[0] if years else None
    if not typed.isascii() or not typed.isdecimal() or int(typed) not in years:
        raise Http404
    return int(typed)
