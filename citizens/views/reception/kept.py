"""The days on which the head received: what a figure of the leadership's page opens."""

from __future__ import annotations

from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from citizens.models import Reception
from citizens.models.reception.vocabulary import Host
from citizens.views.reception.arranging import RECEPTION, SCHEDULE
from portal.periods import Period, stretch_of


def kept_days(request: HttpRequest) -> HttpResponse:
    """Ngày đã tiếp: the sessions held in one period, by the head or by delegation."""
    on = timezone.localdate()
    period, host = asked_for(request)
    held = Reception.objects.with_words().held().filter(unit=None, date__range=period.dates)
    sessions = list(held.filter(host=host).order_by("-date", "-starts_at"))
    seen = Reception.objects.visible_to(request.user, on=on)
    context = {
        "period": period,
        "host": host,
        "days": len({session.date for session in sessions}),
        "sessions": sessions,
        "readable": set(seen.filter(date__range=period.dates).values_list("pk", flat=True)),
        "crumbs": [RECEPTION, SCHEDULE],
    }
    return render(request, "citizens/reception/kept.html", context)


def asked_for(request: HttpRequest) -> tuple[Period, Host]:
    try:
        return stretch_of(request.GET.get("ky", "")), Host(request.GET.get("chu-tri", ""))
    except ValueError:
        raise BadRequest("Không có kỳ hoặc người chủ trì này.") from None
