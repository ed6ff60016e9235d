"""What an address of dossiers asks for: the period, the unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.core.exceptions import BadRequest
from django.http import HttpRequest

from portal.people import Unit
from portal.periods import (
    Month,
    Period,
    Quarter,
    Reporting,
    ReportingMonth,
    Year,
    period_with,
    stretch_of,
)
from portal.text import day
from reforms.dossiers.form import whole_months
from reforms.models import DossierCount

ROWS = "/cai-cach/ho-so/dong/"
MONTHS, MIDDLE = 18, 14
REPORTED = "từ ngày 15 đến ngày 14"
Offered = list[tuple[str, list[tuple[str, str]]]]


def period_asked(request: HttpRequest, *, on: date) -> Period:
    """`ky=2026-t10`, `ky=2026-06-15_2026-09-14`; without it the newest month that has rows."""
    if code := request.GET.get("ky", ""):
        return known(code)
    newest = DossierCount.objects.order_by("-period_to").first()
    if newest is None:
        return Month.containing(on)
    days = newest.period_from, newest.period_to
    return period_with(*days) or Month.containing(newest.period_to)


def month_of(request: HttpRequest, *, on: date) -> Period:
    """The month that is typed in; the one before today where none is named."""
    code = request.GET.get("ky", "")
    month = known(code) if code else Month.containing(on).previous()
    if not isinstance(month, Month | ReportingMonth) or month.start > on:
        raise BadRequest("Số liệu ghi theo từng tháng đã qua hoặc đang chạy.")
    return month


def known(code: str) -> Period:
    """Whole months, of the calendar or of the reports."""
    try:
        found = whole_months(*stretch_of(code).dates)
    except ValueError:
        found = None
    if found is None:
        raise BadRequest("Không có kỳ này.")
    return found


def months_offered(*, on: date) -> Offered:
    """For typing: the months of the calendar, those of the reports."""
    months = [Month.containing(on)]
    while len(months) < MONTHS:
        months.append(months[-1].previous())
    reported = [ReportingMonth.of(each.start.year, each.start.month) for each in months]
    begun = [each for each in reported if each.start <= on]
    return [
        ("Tháng", [(each.address, each.label) for each in months]),
        (f"Tháng báo cáo, {REPORTED}", [(each.address, with_days(each)) for each in begun]),
    ]


def with_days(period: Period) -> str:
    return f"{period.label} ({day(period.start)} – {day(period.end)})"


def periods_offered() -> Offered:
    """Those that have rows: months, and the quarters and years around them, the newest first."""
    ends = DossierCount.objects.order_by("-period_to").values_list("period_to", flat=True)
    days = list(dict.fromkeys(ends.distinct()))
    civil = [each for each in days if each.day != MIDDLE]
    groups = [
        (words, [(each.address, each.label) for each in dict.fromkeys(map(kind.containing, civil))])
        for words, kind in (("Tháng", Month), ("Quý", Quarter), ("Năm", Year))
    ]
    reported = dict.fromkeys(around_of(each for each in days if each.day == MIDDLE))
    told = [(each.address, with_days(each)) for each in reported]
    return [*groups, (f"Kỳ báo cáo, {REPORTED}", told)] if told else groups


def around_of(ends: Iterator[date]) -> Iterator[Period]:
    """Each month of the reports, and the quarter and the year in which it is reported."""
    for end in ends:
        yield ReportingMonth.of(end.year, end.month)
        yield Reporting.containing(end)
        yield Reporting.containing(end, "nam")


def unit_asked(request: HttpRequest) -> Unit | None:
    code = request.GET.get("don-vi", "")
    if not code:
        return None
    unit = Unit.objects.filter(code=code).first()
    if unit is None:
        raise BadRequest("Không có đơn vị này.")
    return unit
