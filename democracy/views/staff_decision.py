"""/dan-chu/quyet-dinh/: what staff decided, as totals."""

from __future__ import annotations

from datetime import date

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import rules
from democracy.forms.staff_decision import StaffDecisionForm
from democracy.models import StaffDecision
from democracy.views.pages import HOME
from portal.attachments import serve
from portal.once import answered_once

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


@answered_once
def new_decision(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not rules.keeps_decisions(request.user, on=on):
        raise Http404
    form = StaffDecisionForm(request.POST or None, request.FILES or None, by=request.user, on=on)
    if request.method == "POST" and form.is_valid():
        row = StaffDecision.note(by=request.user, on=on, **form.written())
        messages.success(request, f"Đã ghi {row.code}: {row.outcome.lower()}.")
        return redirect(row.get_absolute_url())
    context = {"form": form, "crumbs": [HOME, LIST], "here": "Ghi quyết định tập thể",
               "section": LIST[0], "act": "Ghi vào sổ", "back": LIST[1]}  # fmt: skip
    status = 422 if form.is_bound else 200
    return render(request, "portal/new.html", context, status=status)
