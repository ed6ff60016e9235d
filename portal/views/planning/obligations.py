"""``/ke-hoach/theo-doi/``: which unit has received, has its own plan, is late; whom to remind."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.planning import Plan, rules
from portal.planning.obligations import obligations
from portal.views.numbered import page_of
from portal.views.planning.plan import LIST

MOST_PLANS = 12
YEARS = range(1990, 2101)


@require_safe
def plan_obligations(request: HttpRequest) -> HttpResponse:
    """``?nam=``: the plans in force that were issued for a year, the newest first."""
    on = timezone.localdate()
    if not rules.works_here(request.user, on=on):
        raise Http404
    year = year_of(request.GET.get("nam", ""), this_year=on.year)
    seen = Plan.objects.visible_to(request.user, on=on).in_force().filter(year=year)
    plans = list(seen.filter(recipients__unit__isnull=False).distinct()[:MOST_PLANS])
    page = page_of(request, obligations(plans, on=on), noun="đơn vị")
    rows = page.rows
    reminds = rules.sees_every_draft(request.user, on=on)
    for row in rows:
        row.words = row.reminder(on=on) if reminds else ""
        for cell in filter(None, row.cells):
            cell.is_late = cell.own_plan_late(on=on)
    context = {
        "plans": plans,
        "rows": rows,
        "page": page,
        "reminds": reminds,
        "year": year,
        "years": [each for each in range(year - 1, year + 2) if each in YEARS],
        "crumbs": [LIST],
        "on": on,
    }
    return render(request, "portal/plan/obligations.html", context)


def year_of(typed: str, *, this_year: int) -> int:
    if not typed:
        return this_year
    if not (typed.isascii() and typed.isdigit() and int(typed[:5]) in YEARS):
        raise BadRequest("Không có năm này.")
    return int(typed)
