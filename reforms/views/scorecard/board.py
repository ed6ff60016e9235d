"""``/cai-cach/766/``: the board of Decision 766, and telling what the portal cannot count."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.once import answered_once
from portal.periods import Month, Period, Quarter, Regular, Year, stretch_of
from portal.planning.rules import works_here
from reforms.board import Board, board_of, lines_told, version_in_force
from reforms.forms.scorecard.board import BoardFigures
from reforms.models import BoardFigure
from reforms.rules import follows_reform, keeps_procedures
from reforms.views.pages import HOME

MONTHS, QUARTERS, YEARS = 13, 4, 3
BOARD_PAGE = ("Bộ chỉ số 766", "/cai-cach/766/")
tells = keeps_procedures | follows_reform


@require_safe
def board(request: HttpRequest) -> HttpResponse:
    """``?ky=2026-t10``: the period; without it the last month that is over."""
    on = timezone.localdate()
    works = works_here(request.user, on=on)
    period = period_asked(request.GET.get("ky", ""), on=on)
    version = version_in_force(as_of=min(period.end, on)) if works else None
    shown = board_of(version, period) if version else None
    context = {
        "works_here": works,
        "version": version,
        "board": shown,
        "axes": axes_of(shown) if shown else [],
        "period": period,
        "counted_to": min(period.end, on),
        "periods": periods_offered(on=on),
        "beside": neighbours(period, on=on),
        "tells": version is not None and tells(request.user, on=on),
        "month": period if isinstance(period, Month) else Month.containing(on).previous(),
        "crumbs": [HOME],
        "on": on,
    }
    return render(request, "reforms/scorecard/board.html", context)


def axes_of(shown: Board) -> list[tuple[str, float]]:
    return [(bar.group.code, bar.share) for bar in shown.bars]


def period_asked(code: str, *, on: date) -> Period:
    """A period that has begun; anything else does not exist."""
    if not code:
        return Month.containing(on).previous()
    try:
        period = stretch_of(code)
    except ValueError:
        raise Http404 from None
    if period.start > on:
        raise Http404
    return period


def neighbours(period: Period, *, on: date) -> list[Regular]:
    """The period before and, where it has begun, the one after."""
    if not isinstance(period, Regular):
        return []
    return [each for each in (period.previous(), period.following()) if each.start <= on]


def periods_offered(*, on: date) -> list[Regular]:
    """The newest first: months, quarters, years."""
    offered: list[Regular] = []
    for kind, most in ((Month, MONTHS), (Quarter, QUARTERS), (Year, YEARS)):
        period: Any = kind.containing(on)
        for _ in range(most):
            offered.append(period)
            period = period.previous()
    return offered


@answered_once
def tell(request: HttpRequest) -> HttpResponse:
    """``?ky=2026-t10``: one month, every line that the portal cannot count."""
    on = timezone.localdate()
    if not tells(request.user, on=on):
        raise Http404
    month = period_asked(request.GET.get("ky", ""), on=on)
    version = version_in_force(as_of=on)
    if version is None or not isinstance(month, Month):
        raise Http404
    lines = lines_told(version.value, month)
    form = BoardFigures(request.POST or None, month=month, lines=lines)
    if request.method == "POST" and form.is_valid():
        source = form.cleaned_data["source"]
        BoardFigure.tell(by=request.user, on=on, month=month, told=form.told(), source=source)
        messages.success(request, f"Đã ghi số liệu {month.label.lower()}.")
        return redirect(f"{BOARD_PAGE[1]}?ky={month.code}")
    context = {
        "form": form,
        "here": f"Ghi số liệu {month.label.lower()}",
        "section": BOARD_PAGE[0],
        "act": "Ghi số liệu",
        "back": BOARD_PAGE[1],
        "crumbs": [HOME, BOARD_PAGE],
    }
    return render(request, "portal/new.html", context, status=422 if form.is_bound else 200)
