"""/tiep-dan/boi-duong/: on how many days each of the staff received citizens in a month.

Paid for each working day of receiving (NĐ154 Đ39; TT 65/2026/TT-BTC). A day counts once, however
many visits and sessions it had.
"""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citizens import rules
from citizens.models import Reception, Visit
from portal.filters import Reader
from portal.periods import Month, Regular, period_of
from portal.text import key


@require_safe
def allowance(request: HttpRequest) -> HttpResponse:
    """The list to be signed; the month is last month unless told otherwise."""
    reader = Reader(request.user, timezone.localdate())
    if not rules.counts_reception_days(reader.user, on=reader.on):
        raise Http404
    month = asked_month(request, reader)
    people = people_who_received(reader, month)
    context = {
        "month": month,
        "months": [month.previous(), month.following()],
        "people": people,
        "total": sum(person["count"] for person in people),
        "without_own_book": not rules.keeps_denunciations(reader.user, on=reader.on),
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/reception/allowance.html", context)


def asked_month(request: HttpRequest, reader: Reader) -> Regular:
    try:
        month = period_of(request.GET.get("thang") or Month.containing(reader.on).previous().code)
    except ValueError as problem:
        raise BadRequest("Không có tháng này.") from problem
    if not isinstance(month, Month):
        raise BadRequest("Danh sách này lập theo tháng.")
    return month


def people_who_received(reader: Reader, month: Regular) -> list[dict[str, Any]]:
    """By unit and name, each with the days; a visit that the reader may not see adds none."""
    days: dict[tuple[str, str, str], set[date]] = defaultdict(set)
    for name, username, unit, on in [*visited(reader, month), *presided(month)]:
        days[unit or "", name, username or ""].add(on)
    ordered = sorted(days.items(), key=lambda each: tuple(map(key, each[0])))
    return [
        {"name": name, "unit": unit, "days": sorted(on), "count": len(on)}
        for (unit, name, _), on in ordered
    ]


def visited(reader: Reader, month: Regular) -> Any:
    seen = Visit.objects.visible_to(reader.user, on=reader.on)
    if not rules.keeps_denunciations(reader.user, on=reader.on):
        seen = seen.plain()
    rows = seen.filter(receiver__isnull=False, received_on__range=month.dates)
    names = ("receiver__full_name", "receiver__username", "unit__name", "received_on")
    return rows.order_by().values_list(*names).distinct()


def presided(month: Regular) -> Any:
    """Whoever sat has the day, also when nobody came."""
    held = Reception.objects.held().between(*month.dates).filter(host_position__isnull=False)
    host = "host_position__user"
    names = (f"{host}__full_name", f"{host}__username", "host_position__unit__name", "date")
    return held.order_by().values_list(*names).distinct()
