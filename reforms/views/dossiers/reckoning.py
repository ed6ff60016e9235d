"""``/cai-cach/ho-so/hen-tra/``: when a dossier received now is due, reckoned both ways."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.forms import DateField, Form, TimeField
from portal.office import setting
from portal.working_days import calendar
from reforms.dossiers.due_times import Clock, Limit, Unit, due_at, due_on
from reforms.dossiers.working_hours import HOURS, MODES, SOURCE, mode_on, sessions_on
from reforms.forms.late_dossier import Reckoned, measure_field, quantity_field
from reforms.rules import works_in_the_office
from reforms.views.dossiers.late import ROOM
from reforms.views.pages import HOME


class Reckon(Reckoned, Form):
    received_on = DateField(label="Ngày tiếp nhận")
    hour = TimeField(label="Giờ tiếp nhận")
    quantity = quantity_field()
    measure = measure_field()


@require_safe
def reckoning(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    if not works_in_the_office(request.user, on=on):
        raise Http404
    asked = "received_on" in request.GET
    form = Reckon(request.GET if asked else None, initial={"received_on": on})
    context = {
        "form": form,
        "found": found(form) if asked and form.is_valid() else None,
        "source": SOURCE,
        "crumbs": [HOME, ROOM],
        "here": "Tính ngày hẹn trả",
    }
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "reforms/dossiers/reckoning.html", context, status=status)


def found(form: Reckon) -> dict[str, Any]:
    """What the office's own way gives, each way by itself, and the days off on the way."""
    told, received = form.cleaned_data, form.received_at
    limit = Limit(Decimal(told["quantity"]), Unit(told["measure"]))
    clock = Clock(calendar(), sessions_on(received.date()))
    by_hour = due_at(limit, received, clock)
    return {
        "due": form.due_at,
        "by_hour": by_hour,
        "by_day": day_or_nothing(limit, received),
        "mode": MODES[mode_on(received.date())],
        "sessions": HOURS[code_of(received)],
        "skipped": calendar().exceptions(received.date(), by_hour.date()),
    }


def day_or_nothing(limit: Limit, received: datetime) -> Any:
    try:
        return due_on(limit, received.date(), calendar())
    except ValueError:
        return None


def code_of(received: datetime) -> str:
    return str(setting("dossier_hours", as_of=received.date()))
