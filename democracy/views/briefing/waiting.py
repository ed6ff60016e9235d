"""``/dan-chu/quan-triet/chua-quan-triet/``: a year's directives that nobody was told of."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import briefing_rules as rules
from democracy.directives import undisseminated
from democracy.views.pages import HOME
from portal.periods import Period, Year
from portal.planning.rules import works_here

LIST = ("Quán triệt", "/dan-chu/quan-triet/")
FIRST, LAST, MOST = 2000, 2100, 200


@require_safe
def waiting(request: HttpRequest) -> HttpResponse:
    """``?nam=2026``: whose last day for it was in that year and is over."""
    on = timezone.localdate()
    typed = request.GET.get("nam", "") or str(on.year)
    if not (typed.isascii() and typed.isdigit() and FIRST <= int(typed[:5]) <= LAST):
        raise BadRequest("Không có năm này.")
    year = Year.of(int(typed))
    seen = works_here(request.user, on=on)
    until = Period(year.start, max(year.start, min(year.end, on)), year.label)
    context = {
        "rows": list(undisseminated(until)[:MOST]) if seen else [],
        "works_here": seen,
        "year": year.start.year,
        "years": range(on.year, on.year - 4, -1),
        "calls": rules.calls(request.user, None, on=on),
        "crumbs": [HOME, LIST],
    }
    return render(request, "democracy/briefing/waiting.html", context)
