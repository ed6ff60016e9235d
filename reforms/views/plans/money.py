"""``/cai-cach/kinh-phi/``: what the plans of a year need, were given, have spent, line by line."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.planning import Plan
from portal.planning.budgets import Purpose
from portal.planning.rules import works_here
from reforms.money import PURPOSES, Money, lines_of, money_of
from reforms.views.plans.pages import year_asked


@require_safe
def money(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not works_here(request.user, on=on):
        return render(request, "reforms/plans/money.html", {"works_here": False})
    year = year_asked(request, on=on)
    seen = Plan.objects.visible_to(request.user, on=on)
    lines = list(lines_of(year).filter(plan__in=seen).select_related("plan", "task"))
    told = money_of(year)
    purposes = [*PURPOSES, *([Purpose.OTHER] if Purpose.OTHER in told else [])]
    context = {
        "works_here": True,
        "year": year,
        "years": range(on.year, on.year - 4, -1),
        "any": bool(lines),
        "groups": [
            {"purpose": purpose, "money": told.get(purpose, Money()),
             "lines": [row for row in lines if row.purpose == purpose]}
            for purpose in purposes
        ],
    }  # fmt: skip
    return render(request, "reforms/plans/money.html", context)
