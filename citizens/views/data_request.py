"""/yeu-cau-du-lieu/: requests about personal data, each with its two working days."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citizens.forms import disposal as forms
from citizens.models import DataRequest
from citizens.rules import keeps_records
from citizens.words.retention import retention_of
from portal.once import answered_once
from portal.templatetags.navigation import OPEN_TO
from portal.views.new import NewView
from portal.workflow import Refused

OPEN_TO["data-requests"] = keeps_records
LIST = ("Yêu cầu về dữ liệu cá nhân", "/yeu-cau-du-lieu/")


def seen(request: HttpRequest) -> Any:
    on = timezone.localdate()
    if not keeps_records(request.user, on=on):
        raise Http404
    return on


@require_safe
def data_requests(request: HttpRequest) -> HttpResponse:
    on = seen(request)
    rows = DataRequest.objects.select_related("unit").order_by("answered_on", "due_on", "pk")
    open_ones, answered = rows.open(), rows.exclude(answered_on=None).order_by("-answered_on")
    context = {
        "rows": [(row, row.standing(as_of=on)) for row in [*open_ones[:200], *answered[:200]]]
    }
    return render(request, "citizens/data_request/list.html", context)


class NewDataRequest(NewView):
    may = staticmethod(keeps_records)
    form_class = forms.Register
    verb = staticmethod(DataRequest.register)
    crumbs = (LIST,)
    here = "Vào sổ yêu cầu"
    act = "Vào sổ"


@answered_once
def data_request(request: HttpRequest, code: str) -> HttpResponse:
    """One request; its answer is written here, and the page prints as the slip."""
    on = seen(request)
    row = get_object_or_404(
        DataRequest.objects.select_related("unit", "answered_by", "by"), code=code
    )
    form = None if row.answered_on else forms.Answer(request.POST or None, subject=row, on=on)
    if form and form.is_valid():
        try:
            row.reply(by=request.user, on=on, **form.arguments())
            return redirect(row.get_absolute_url())
        except Refused as refusal:
            form.refuse(refusal)
    context = {
        "row": row,
        "form": form,
        "standing": row.standing(as_of=on),
        "retention": retention_of(row, request.user, on=on),
        "crumbs": [LIST],
    }
    status = 422 if form and form.is_bound else 200
    return render(request, "citizens/data_request/detail.html", context, status=status)
