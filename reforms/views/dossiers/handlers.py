"""``/cai-cach/ho-so/qua-han/can-bo/``: the register of late dossiers by whoever handles them."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from portal.periods import Period, Year, stretch_of
from reforms.models import LateDossier
from reforms.models.dossiers.late import told_in_time
from reforms.views.dossiers.late import LIST, NOBODY, ROOM
from reforms.views.pages import HOME

YEARS = 3


@require_safe
def handlers(request: HttpRequest) -> HttpResponse:
    """``?ky=2026``: those whose day fell in the period, as the reader sees them."""
    on = timezone.localdate()
    period = period_asked(request.GET.get("ky", ""), this_year=on.year)
    seen = LateDossier.objects.visible_to(request.user, on=on)
    late = seen.overdue(as_of=on).filter(due_on__range=period.dates)
    context = {
        "period": period,
        "years": [Year.of(on.year - past) for past in range(YEARS)],
        "lines": [line | {"url": rows_of(line, period)} for line in by_handler(late)],
        "crumbs": [HOME, ROOM, LIST],
    }
    return render(request, "reforms/dossiers/handlers.html", context)


def period_asked(code: str, *, this_year: int) -> Period:
    try:
        return stretch_of(code) if code else Year.of(this_year)
    except ValueError:
        raise BadRequest("Không có kỳ này.") from None


def by_handler(rows: Any) -> list[dict[str, Any]]:
    """One statement; where nobody said who handles it, a line of the unit."""
    counted = rows.values("unit__name", "unit__code", "handler__full_name", "handler__username")
    return list(
        counted.annotate(
            late=Count("pk"),
            still=Count("pk", filter=Q(returned_on=None)),
            letters=Count("pk", filter=~Q(letter_on=None)),
            in_time=Count("pk", filter=told_in_time()),
        ).order_by("-late", "unit__name", "handler__full_name")
    )


def rows_of(line: dict[str, Any], period: Period) -> str:
    """The list with exactly the rows of the line."""
    asked = {
        "xem": "qua-han",
        "den-han-trong": period.address,
        "don-vi": line["unit__code"],
        "can-bo": line["handler__username"] or NOBODY,
    }
    return f"{LIST[1]}?{urlencode(asked)}"
