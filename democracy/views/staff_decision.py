"""/dan-chu/quyet-dinh/: what staff decided, as totals."""

from __future__ import annotations

from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import rules
from democracy.forms.staff_decision import StaffDecisionForm
from democracy.models import StaffDecision
from democracy.views.pages import HOME
from portal.attachments import serve
from portal.views.new import NewView

LIST = ("Quyết định của tập thể", "/dan-chu/quyet-dinh/")


def visible_decision(request: HttpRequest, code: str, *, on: date) -> StaffDecision:
    seen = StaffDecision.objects.visible_to(request.user, on=on)
    return get_object_or_404(seen.select_related("unit", "minutes", "by"), code=code)


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    row = visible_decision(request, code, on=timezone.localdate())
    context = {"row": row, "crumbs": [HOME, LIST], "here": row.code}
    return render(request, "democracy/decision/detail.html", context)


@require_safe
def minutes(request: HttpRequest, code: str) -> HttpResponseBase:
    row = visible_decision(request, code, on=timezone.localdate())
    if row.minutes is None:
        raise Http404
    return serve(row.minutes)


class NewDecision(NewView):
    may, form_class = rules.keeps_decisions, StaffDecisionForm
    verb = StaffDecision.note
    crumbs = (HOME, LIST)
    here, act = "Ghi quyết định tập thể", "Ghi vào sổ"

    def told(self, one: StaffDecision) -> str:
        return f"Đã ghi {one.code}: {one.outcome.lower()}."
