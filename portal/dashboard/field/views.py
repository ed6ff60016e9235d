"""The page of one field, and the step that makes a task of a cause."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from citizens.models import Cause
from citizens.of_field import causes_of
from portal.dashboard.field import told
from portal.dashboard.field.remedy import RemedyForm, order, proposed, told_of
from portal.dashboard.leadership import chosen, offered
from portal.fields import Field
from portal.filters.catalogues import field_options, fields
from portal.instructions import may_instruct
from portal.once import answered_once
from portal.periods import Regular
from portal.templatetags.navigation import sees_figures, steers
from portal.workflow import Refused

DASHBOARD = ("Chỉ đạo, điều hành", "/dieu-hanh/")


@require_safe
def field_page(request: HttpRequest) -> HttpResponse:
    """``?linh-vuc=``, ``?ky=``: for leaders and the coordinator; a party committee sees no rows."""
    on = timezone.localdate()
    if not sees_figures(request.user, on=on):
        raise Http404
    period = chosen(request.GET.get("ky", ""), on=on)
    code = asked_field(request)
    opens = steers(request.user, on=on)
    context = {
        "field": Field.objects.get(code=code) if code else None,
        "code": code,
        "fields": field_options(),
        "period": period,
        "periods": offered(period, on=on),
        "opens": opens,
        "at": timezone.localtime(),
        **(all_told(code, period, request.user, on=on) if code else {}),
        "orders": may_instruct(request.user, None, on=on),
    }
    return render(request, "portal/dashboard/field.html", context)


def all_told(code: str, period: Regular, user: Any, *, on: date) -> dict[str, Any]:
    return {
        "complaints": told.complaints(code, period, as_of=on),
        "causes": told.cause_lines(code, period),
        "remedies": told.remedies(code),
        "tasks": told.tasks_of(code, period, user=user, as_of=on),
        "dossiers": told.dossiers(code, period),
        "procedures": told.procedures(code, period),
    }


def asked_field(request: HttpRequest) -> str:
    """Its code; the first on top where none is asked for, nothing where there is none."""
    tops = [code for _, parent, code, _ in fields() if parent is None]
    code = request.GET.get("linh-vuc", "") or next(iter(tops), "")
    if code and code not in dict(field_options()):
        raise BadRequest("Không có lĩnh vực này.")
    return code


@answered_once
def order_remedy(request: HttpRequest) -> HttpResponse:
    """``?linh-vuc=``, ``?ky=``, ``?nguyen-nhan=``: by a leader."""
    on = timezone.localdate()
    if not (sees_figures(request.user, on=on) and may_instruct(request.user, None, on=on)):
        raise Http404
    cause, code = asked_cause(request), asked_field(request)
    period = chosen(request.GET.get("ky", ""), on=on)
    field = Field.objects.get(code=code)
    words = told_of(cause, field, period, causes_of(code, period).get(cause, 0))
    form = RemedyForm(request.POST or None, on=on, initial=proposed(cause, field, period, on=on))
    back = f"{reverse('dashboard-field')}?{urlencode({'linh-vuc': code, 'ky': period.code})}"
    if request.method == "POST" and form.is_valid():
        try:
            facts = form.cleaned_data
            limitation = order(by=request.user, on=on, field=field, words=words, **facts)
        except Refused as refusal:
            form.add_error(refusal.field or None, str(refusal))
        else:
            messages.success(request, f"Đã giao việc khắc phục, hạn chế số {limitation.code}.")
            return redirect(back)
    context = {
        "form": form,
        "words": words,
        "here": "Giao việc khắc phục",
        "section": "Chỉ đạo, điều hành",
        "act": "Giao việc khắc phục",
        "back": back,
        "crumbs": [DASHBOARD, (str(field), back)],
    }
    status = 422 if form.is_bound else 200
    return render(request, "portal/dashboard/remedy.html", context, status=status)


def asked_cause(request: HttpRequest) -> Cause.Code:
    try:
        return Cause.Code(request.GET.get("nguyen-nhan", ""))
    except ValueError:
        raise BadRequest("Không có nguyên nhân này.") from None
