"""/quan-tri/bao-viec/: who is told what and why, and where each kind is switched off."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.notifications import KINDS
from portal.office import SETTINGS
from portal.text import slug
from portal.views.administration.door import for_the_administrator


@for_the_administrator
def telling(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    kinds = [
        (kind, kind.is_on(on=on), slug(SETTINGS[kind.setting].label)) for kind in KINDS.values()
    ]
    return render(request, "portal/administration/telling.html", {"kinds": kinds})
