"""/cai-cach/: what waits, and the rooms of the programme."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.periods import Year
from portal.statistics import figure
from portal.templatetags.navigation import sees_figures
from reforms.rules import sees_all, works_in_the_office

WAITING = (
    "dossiers_open_late",
    "procedures_not_updated",
    "indicators_missed",
    "units_without_reform_task",
)


@require_safe
def reforms(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    context = {
        "works_here": works_in_the_office(request.user, on=on),
        "tiles": waiting(on=on) if sees_all(request.user, on=on) else [],
        "sees_figures": sees_figures(request.user, on=on),
        "on": on,
    }
    return render(request, "reforms/home.html", context)


def waiting(*, on: date) -> list[tuple[Any, str, str]]:
    """Of this year, for those who follow the whole programme; what nobody counted stays away."""
    year = Year.containing(on)
    named = [figure(name) for name in WAITING]
    told = [(each.value(year), each.label, each.opens(year)) for each in named]
    return [row for row in told if row[0] is not None]
