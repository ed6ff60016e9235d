"""What an address of dossiers asks for: the period, the unit."""

from __future__ import annotations

from datetime import date

from django.core.exceptions import BadRequest
from django.http import HttpRequest

from portal.people import Unit
from portal.periods import Month, Regular, period_of
from reforms.models import DossierCount

ROWS = "/cai-cach/ho-so/dong/"
MONTHS = 18


def period_asked(request: HttpRequest, *, on: date) -> Regular:
    """`ky=2026-t10`; without it the newest month that has rows."""
    if code := request.GET.get("ky", ""):
        return known(code)
    newest = DossierCount.objects.order_by("-period_to").values_list("period_to", flat=True).first()
    return Month.containing(newest or on)


def month_of(request: HttpRequest, *, on: date) -> Regular:
    """The month that is typed in; the one before today where none is named."""
    code = request.GET.get("ky", "")
    month = known(code) if code else Month.containing(on).previous()
    if not isinstance(month, Month) or month.start > on:
        raise BadRequest("Số liệu ghi theo từng tháng đã qua hoặc đang chạy.")
    return month


def known(code: str) -> Regular:
    try:
        return period_of(code)
    except ValueError:
        raise BadRequest("Không có kỳ này.") from None


def months_offered(*, on: date) -> list[Regular]:
    months: list[Regular] = [Month.containing(on)]
    while len(months) < MONTHS:
        months.append(months[-1].previous())
    return months


def unit_asked(request: HttpRequest) -> Unit | None:
    code = request.GET.get("don-vi", "")
    if not code:
        return None
    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise BadRequest("Không có đơn vị này.")
    return unit
