"""/dieu-hanh/bao-cao-nhanh/: the briefing to read, to print, to freeze."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from portal.dashboard.briefing.contents import sections, waiting
from portal.dashboard.briefing.paper import pdf_of
from portal.dashboard.leadership import chosen, offered
from portal.office import office
from portal.once import answered_once
from portal.periods import Regular, period_of
from portal.statistics.briefings import Briefing
from portal.templatetags.navigation import steers
from portal.templatetags.portal import moment
from portal.text import day, lower_first


def asked(request: HttpRequest, on: date) -> Regular:
    """For who may open rows; a party committee has its page of sums."""
    if not steers(request.user, on=on):
        raise Http404
    return chosen(request.GET.get("ky", "") or request.POST.get("ky", ""), on=on)


@require_safe
def briefing(request: HttpRequest) -> HttpResponse:
    """``?ky=``: what the paper will say, and what was frozen of the same period."""
    on = timezone.localdate()
    period = asked(request, on)
    told = sections(period, user=request.user, on=on)
    kept = list(Briefing.objects.of(period.code).select_related("by")[:5])
    context = {
        "period": period,
        "periods": offered(period, on=on),
        "sections": [waiting(period, user=request.user, on=on), *told],
        "kept": kept,
        "differences": kept[0].differences(told) if kept else [],
        "at": timezone.localtime(),
    }
    return render(request, "portal/dashboard/briefing.html", context)


@require_safe
def briefing_file(request: HttpRequest) -> HttpResponse:
    """``?ky=``: as it stands now, with what waits for the reader."""
    on = timezone.localdate()
    period = asked(request, on)
    told = [
        waiting(period, user=request.user, on=on),
        *sections(period, user=request.user, on=on),
    ]
    as_of = f"Tính đến {moment(timezone.localtime())}"
    return paper(told, period, as_of=as_of, on=on)


@require_safe
def frozen_briefing(request: HttpRequest, pk: int) -> HttpResponse:
    """As it was frozen, whatever changed since."""
    on = timezone.localdate()
    asked(request, on)
    kept = get_object_or_404(Briefing, pk=pk)
    return paper(kept.told, period_of(kept.period), as_of=f"Chốt ngày {day(kept.on)}", on=kept.on)


def paper(told: list, period: Regular, *, as_of: str, on: date) -> HttpResponse:
    title = f"Báo cáo nhanh, {lower_first(period.label)}"
    body = pdf_of(told, office=office(on), title=title, as_of=as_of)
    name = f'attachment; filename="bao-cao-nhanh-{period.code}.pdf"'
    return HttpResponse(body, content_type="application/pdf", headers={"Content-Disposition": name})


@require_POST
@answered_once
def freeze_briefing(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    period = asked(request, on)
    told = sections(period, user=request.user, on=on)
    Briefing.freeze(period.code, told, by=request.user, on=on)
    messages.success(request, f"Đã chốt báo cáo nhanh {lower_first(period.label)}.")
    return redirect(f"{reverse('briefing')}?ky={period.code}")
