"""``/cai-cach/thu-tuc/van-ban/``: instruments that changed, the procedures that rest on them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.planning.rules import works_here
from reforms import procedure_rules as rules
from reforms.models.procedure.law_changes import law_changes
from reforms.views.pages import HOME

LIST = ("Thủ tục hành chính", "/cai-cach/thu-tuc/")


@require_safe
def law(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    here = works_here(request.user, on=on)
    found = law_changes(as_of=on) if here else []
    context = {
        "works_here": here,
        "waiting": [one for one in found if one.waiting],
        "done": [one for one in found if not one.waiting],
        "opens": rules.opens_changes(request.user, on=on),
        "crumbs": [HOME, LIST],
        "here": "Văn bản làm thủ tục thay đổi",
    }
    return render(request, "reforms/procedure/law.html", context)
