"""``/cai-cach/ke-hoach/``: a year of the programme by content and plan; one plan by content."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.core.exceptions import BadRequest
from django.db.models import Count, Q
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.periods import Period, Year, period_of
from portal.planning import Inspection, Plan
from portal.planning.plans import KNOWN, Programme
from portal.planning.rules import draws_up_plans, works_here
from portal.statistics import REGISTRY, share
from portal.views.word_file import word_file
from reforms import areas
from reforms.plan_rates import Course, courses, reform_shares, total
from reforms.reform_plan_paper import write_plan
from reforms.units_in_plans import units_without
from reforms.views.pages import HOME

LIST = ("Kế hoạch CCHC", "/cai-cach/ke-hoach/")
TASKS = "/cai-cach/nhiem-vu/"
FIRST, LAST = 2011, 2100
WAYS = {
    "den-han": "Đến hạn",
    "xong": "Hoàn thành",
    "dung-han": "Đúng hạn",
    "chua-xong": "Chưa xong",
}
TODAY = "Đến hôm nay"
DIRECTIVES = "directives_not_disseminated"
OUTREACH, COMMUNICATION = "reform_outreach_held", "tuyên truyền"
"""The theme by which a plan is one of communication."""


def year_asked(request: HttpRequest, *, on: date) -> int:
    typed = request.GET.get("nam", "") or str(on.year)
    if not (typed.isascii() and typed.isdigit() and FIRST <= int(typed[:5]) <= LAST):
        raise BadRequest("Không có năm này.")
    return int(typed)


def period_asked(request: HttpRequest, year: int, *, on: date) -> Period:
    """``?ky=2026-q2``: what had fallen due by its end; of the running year by today."""
    typed = request.GET.get("ky", "")
    if not typed and year == on.year:
        return Period(date(year, 1, 1), on, TODAY)
    try:
        return period_of(typed) if typed else Year.of(year)
    except ValueError:
        raise BadRequest("Không có kỳ này.") from None


def periods_of(year: int, *, on: date) -> list[tuple[str, str]]:
    codes = [f"{year}-q1", f"{year}-n1", f"{year}-q3", str(year)]
    today = [("", TODAY)] if year == on.year else []
    return [*today, *((code, period_of(code).label) for code in codes)]


def cells(course: Course, period: Period, **asked: str) -> list[tuple[str, int, str]]:
    """Due, done, in time, not done: what it is called, how many, the address of its rows."""
    numbers = (course.due, course.done, course.in_time, course.open)
    return [
        (words, value, f"{TASKS}?{urlencode({way: period.address} | asked)}")
        for (way, words), value in zip(WAYS.items(), numbers, strict=True)
    ]


def by_area(period: Period, *, on: date, rows: Any = None, **asked: str) -> list[dict[str, Any]]:
    """In the order of the programme; what nobody has put anywhere comes last."""
    found = courses(period, "task__reform_area__area", rows=rows, as_of=on)
    known = [(code, words) for code, words in areas.choices(period.end.year)]
    shown = [*known, *([(None, "Chưa ghi nội dung")] if None in found else [])]
    told = [(code or "chua-ghi", words, found.get(code, Course())) for code, words in shown]
    return [
        {"words": words, "course": course,
         "all_url": f"{TASKS}?{urlencode({'noi-dung': code} | asked)}",
         "cells": cells(course, period, **{"noi-dung": code}, **asked)}
        for code, words, course in told
    ]  # fmt: skip


@require_safe
def reform_plans(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not works_here(request.user, on=on):
        return render(request, "reforms/plans/year.html", {"works_here": False})
    year = year_asked(request, on=on)
    period = period_asked(request, year, on=on)
    of_year = Q(year=year) | Q(from_on__year__lte=year, to_on__year__gte=year)
    seen = Plan.objects.visible_to(request.user, on=on).filter(programme=Programme.REFORM)
    plans = list(seen.filter(of_year).select_related("unit", "body").order_by("-year", "-pk"))
    told = courses(period, "plan", as_of=on)
    rows = by_area(period, on=on)
    context = {
        "works_here": True,
        "year": year,
        "years": sorted(set(seen.values_list("year", flat=True)) | {on.year}, reverse=True),
        "period": period,
        "periods": periods_of(year, on=on),
        "programme": areas.programme_of(year),
        "rows": rows,
        "sum": (whole := total(row["course"] for row in rows)),
        "sum_cells": cells(whole, period),
        "plans": [(plan, told.get(plan.pk, Course())) for plan in plans],
        "draws_up": draws_up_plans(request.user, on=on),
        "communication": communication(plans, told, year),
        "without": list(units_without(year, as_of=on)),
        "directives": directives(Year.of(year), on=on),
        "inspections": inspections(seen),
    }
    return render(request, "reforms/plans/year.html", context)


def communication(plans: list[Any], told: dict[Any, Course], year: int) -> dict[str, Any]:
    """The year's plans of communication with their course, and what the register says was held."""
    held = REGISTRY[OUTREACH]
    period = Year.of(year)
    return {
        "plans": [
            (plan, told.get(plan.pk, Course()))
            for plan in plans
            if COMMUNICATION in [theme.lower() for theme in plan.themes]
        ],
        "held": held.value(period),
        "url": held.opens(period),
    }


def directives(period: Period, *, on: date) -> dict[str, Any] | None:
    """What another room knows of directives that the staff was not told of in time."""
    known = REGISTRY.get(DIRECTIVES)
    if known is None:
        return None
    until = Period(period.start, min(period.end, on), period.label)
    return {"count": known.value(until), "url": known.opens(period)}


def inspections(seen: Any) -> list[Any]:
    """What superiors asked for after an inspection, and how much of it is done."""
    rows: Any = Inspection.objects.filter(plan__in=seen).select_related("plan")
    counts = {
        "asked": Count("plan__tasks", distinct=True),
        "done": Count("plan__shares", filter=Q(plan__shares__stage="done"), distinct=True),
        "shares": Count("plan__shares", distinct=True),
    }
    found = list(rows.annotate(**counts)[:20])
    for row in found:
        row.rate = share(row.done, row.shares)
    return found


def reform_plan(request: HttpRequest, code: str, *, on: date) -> Any:
    seen = Plan.objects.visible_to(request.user, on=on).filter(programme=Programme.REFORM)
    return get_object_or_404(seen.select_related("unit", "body", "instrument", "signer"), code=code)


@require_safe
def one_plan(request: HttpRequest, code: str) -> HttpResponse:
    """One plan content by content: how far each is, and its lines."""
    on = timezone.localdate()
    plan = reform_plan(request, code, on=on)
    period = Period(plan.from_on, min(plan.to_on, max(on, plan.from_on)), TODAY)
    of_plan = reform_shares().filter(plan=plan)
    rows = by_area(period, on=on, rows=of_plan, **{"ke-hoach": plan.code})
    tasks = plan.tasks.select_related("lead_unit", "lead_body", "reform_area")
    grouped: dict[str, list[Any]] = {}
    for task in tasks.prefetch_related("partner_units"):
        area = task.reform_area.area if hasattr(task, "reform_area") else "chua-ghi"
        grouped.setdefault(area, []).append(task)
    order = [*areas.choices(plan.year), ("chua-ghi", "Chưa ghi nội dung")]
    context = {
        "plan": plan,
        "sent": plan.stage in KNOWN,
        "rows": rows,
        "sum": (whole := total(row["course"] for row in rows)),
        "sum_cells": cells(whole, period, **{"ke-hoach": plan.code}),
        "parts": [(words, grouped[area]) for area, words in order if area in grouped],
        "crumbs": [HOME, LIST],
        "here": plan.reference or plan.code,
    }
    return render(request, "reforms/plans/plan.html", context)


@require_safe
def plan_paper(request: HttpRequest, code: str) -> FileResponse:
    """The plan in Word, with its appendix."""
    on = timezone.localdate()
    plan = reform_plan(request, code, on=on)
    if not plan.tasks.exists():
        raise Http404
    return word_file(partial(write_plan, plan=plan, on=on), name=plan.code)
