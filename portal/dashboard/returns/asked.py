"""What an address of /bao-cao/ asks for: the period, the unit, the form."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest

from portal.people import Unit
from portal.periods import KINDS, Reporting
from portal.returns import Form, Scope

from .forms import FORMS

BY_PATH = {form.path: form for form in FORMS.values()}
FIRST_YEAR = 2025
"""Periods before the circular's are no longer counted here (TT 06/2025)."""


def form_at(path: str) -> Form:
    if path not in BY_PATH:
        raise Http404
    return BY_PATH[path]


def scope_of(request: HttpRequest, *, on: date) -> Scope:
    """`ky=2026-q3`, `don-vi=<code>`; an unknown value is a bad request."""
    return Scope(period_of(request.GET.get("ky", ""), on=on), unit_of(request.GET.get("don-vi")))


def period_of(code: str, *, on: date) -> Reporting:
    if not code:
        return Reporting.containing(on)
    year, _, kind = code.partition("-")
    known = year.isascii() and year.isdecimal() and is_counted(int(year), on=on)
    if not known or kind not in KINDS:
        raise BadRequest("Không có kỳ báo cáo này.")
    return Reporting.of(int(year), kind)


def is_counted(year: int, *, on: date) -> bool:
    return FIRST_YEAR <= year <= on.year + 1


def code_of(period: Reporting) -> str:
    return f"{period.year}-{period.code}"


def unit_of(code: str | None) -> Unit | None:
    if not code:
        return None
    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise BadRequest("Không có đơn vị này.")
    return unit


def periods_offered(*, on: date) -> list[tuple[str, list[Reporting]]]:
    """The reporting years that the circular holds for, the newest first."""
    newest = Reporting.containing(on).year
    years = range(newest, FIRST_YEAR - 1, -1)
    held = [(year, [Reporting.of(year, kind) for kind in KINDS]) for year in years]
    return [
        (f"Năm báo cáo {year}", kept)
        for year, periods in held
        if (kept := [each for each in periods if each.start <= on and each.end >= since()])
    ]


def since() -> date:
    return min(form.since for form in FORMS.values())
