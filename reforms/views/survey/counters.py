"""``/cai-cach/hai-long/quay/``: what was ticked at the counters, unit by unit, month by month."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.people import Unit
from portal.periods import Month, Period, Quarter, Year, stretch_of
from reforms import survey_rules as rules
from reforms.models import SurveyAnswer
from reforms.surveys import FORMULA, at_the_counter
from reforms.surveys.results import kept_back, results
from reforms.views.pages import HOME
from reforms.views.survey.campaigns import COUNTERS, LIST


@require_safe
def counters(request: HttpRequest) -> HttpResponse:
    """``?ky=2026-q4``; of the running quarter where nothing is asked."""
    on = timezone.localdate()
    works = rules.reads(request.user, on=on)
    period = period_asked(request, on=on)
    context = {
        "works_here": works,
        "period": period,
        "periods": periods_offered(on=on),
        "rows": rows_of(period, on=on) if works else [],
        "questionnaire": at_the_counter(),
        "formula": FORMULA,
        "crumbs": [HOME, LIST],
        "here": COUNTERS[0],
    }
    return render(request, "reforms/survey/counters.html", context)


def period_asked(request: HttpRequest, *, on: date) -> Period:
    try:
        return stretch_of(request.GET.get("ky", "") or Quarter.containing(on).code)
    except ValueError:
        raise BadRequest("Không có kỳ này.") from None


def periods_offered(*, on: date) -> list[Period]:
    quarter, year = Quarter.containing(on), Year.containing(on)
    month = Month.containing(on)
    return [month, month.previous(), quarter, quarter.previous(), year, year.previous()]


def rows_of(period: Period, *, on: date) -> list[dict[str, Any]]:
    """Every unit that receives people or has answers; a small group tells only its number."""
    asked, fewest = at_the_counter(), rules.fewest(on)
    found: dict[int, list[dict[str, int]]] = {}
    answers = SurveyAnswer.objects.counted().filter(
        questions=asked.code, given_on__range=period.dates
    )
    for unit, ticked in answers.values_list("unit", "ticked"):
        found.setdefault(unit, []).append(ticked)
    units = Unit.objects.open(as_of=on) | Unit.objects.filter(pk__in=found)
    hidden = kept_back({unit: len(rows) for unit, rows in found.items()}, fewest=fewest)
    return [
        {
            "unit": unit,
            "found": results(asked, found.get(unit.pk, []), fewest=fewest),
            "hidden": unit.pk in hidden or unit.pk not in found,
        }
        for unit in units.distinct().order_by("name")
        if unit.meets_people or unit.pk in found
    ]
