"""``/cai-cach/ho-so/``: II.06a of one period, its ratios, what carries over; typing it."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from portal.filters import unit_options
from portal.once import answered_once
from portal.people import Unit
from portal.periods import Period
from portal.returns import heading_rows
from portal.text import number
from reforms.dossier_rules import reads_some_breaches
from reforms.dossiers.form import II_06A, NUMBERS, FieldLine, lines, lines_by_unit
from reforms.dossiers.ratios import RATIOS
from reforms.dossiers.tally import Tally
from reforms.forms.dossier_grid import Grid
from reforms.models import DossierCount
from reforms.rules import keeps_procedures, works_in_the_office
from reforms.views.dossiers.asked import (
    ROWS,
    month_of,
    months_offered,
    period_asked,
    periods_offered,
    unit_asked,
)
from reforms.views.dossiers.frozen import can_freeze, frozen_in

HOME = ("Cải cách hành chính", "/cai-cach/")
HERE = ("Hồ sơ một cửa", "/cai-cach/ho-so/")


@require_safe
def dossiers(request: HttpRequest) -> HttpResponse:
    """The table of one period, of the office or of a unit."""
    on = timezone.localdate()
    works = works_in_the_office(request.user, on=on)
    period, unit = period_asked(request, on=on), unit_asked(request)
    found = lines(*period.dates, unit) if works else []
    total = found[-1] if works else None
    by_unit = works and unit is None and request.GET.get("theo") == "don-vi"
    shown_lines = lines_by_unit(*period.dates) if by_unit else found
    writes = keeps_procedures(request.user, on=on)
    context = {
        "works_here": works,
        "writes": writes,
        "reads_breaches": reads_some_breaches(request.user, on=on),
        "period": period,
        "unit": unit,
        "units": unit_options(),
        "periods": periods_offered(),
        "heads": heading_rows(II_06A.columns),
        "numbers": NUMBERS,
        "form": II_06A,
        "by_unit": by_unit,
        "lines": [shown(line, period, unit) for line in shown_lines if total and total.tally],
        "checks": total.checks if total else [],
        "off": [line for line in found if line.off_by],
        "ratios": ratios_of(total.tally, period, unit) if total else [],
        "crossing": DossierCount.objects.crossing(*period.dates).count() if works else 0,
        **frozen_in(period, unit, found),
        "freezes": writes and can_freeze(period, found, on=on),
        "query": urlencode(query_of(period, unit)),
        "crumbs": [HOME],
    }
    return render(request, "reforms/dossiers/counts.html", context)


def query_of(period: Period, unit: Unit | None, **more: str) -> dict[str, str]:
    return {"ky": period.address} | ({"don-vi": unit.code} if unit else {}) | more


def shown(line: FieldLine, period: Period, unit: Unit | None) -> dict[str, Any]:
    more = {"linh-vuc": line.field.code} if line.field else {}
    return {
        "line": line,
        "cells": list(line.figures.values()),
        "url": f"{ROWS}?{urlencode(query_of(period, line.unit or unit, **more))}",
    }


def ratios_of(tally: Tally, period: Period, unit: Unit | None) -> list[dict[str, Any]]:
    """Each with its sums in numbers; “—” of nothing, and in words where nobody told."""
    url = f"{ROWS}?{urlencode(query_of(period, unit))}"
    return [
        {
            "ratio": ratio,
            "percent": ratio.of(tally),
            "part": ratio.part(tally),
            "whole": ratio.whole(tally),
            "url": url,
        }
        for ratio in RATIOS
    ]


@answered_once
def dossiers_typed(request: HttpRequest) -> HttpResponse:
    """A row for each field; whoever keeps procedures writes."""
    on = timezone.localdate()
    if not keeps_procedures(request.user, on=on):
        raise Http404
    period, unit = month_of(request, on=on), unit_asked(request)
    grid = Grid(request.POST if request.method == "POST" else None, period=period, unit=unit)
    if request.method == "POST" and grid.is_valid():
        changed = grid.write(by=request.user, on=on)
        messages.success(request, f"Đã ghi {number(changed)} dòng của {period.label.lower()}.")
        return redirect(f"{HERE[1]}?{urlencode(query_of(period, unit))}")
    context = {
        "grid": grid,
        "period": period,
        "unit": unit,
        "units": unit_options(),
        "months": months_offered(on=on),
        "crumbs": [HOME, HERE],
    }
    status = 422 if request.method == "POST" else 200
    return render(request, "reforms/dossiers/typing.html", context, status=status)
