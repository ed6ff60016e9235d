"""``/quan-tri/trang-cong-khai/``: what the public site still lacks, and how often it is read."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.permissions import is_administrator
from portal.publications import counting, rules
from portal.publications.grounds import FOOTER
from portal.publications.site_check import checked, lacking


@require_safe
def site_check(request: HttpRequest) -> HttpResponse:
    now = timezone.now()
    on = timezone.localdate(now)
    if not rules.checks_site(request.user, on=on):
        raise Http404
    groups = checked(at=now)
    context = {
        "groups": groups,
        "lacking": lacking(groups),
        "ground": FOOTER,
        "visits": counting.told(on=on),
        "writes": rules.composes(request.user, on=on),
        "administers": is_administrator(request.user, on=on),
    }
    return render(request, "portal/article/site_check.html", context)
