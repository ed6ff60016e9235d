"""/quan-tri/co-cau/: the office as it was on a day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from portal.fields import Field
from portal.forms.administration.structure import DayForm
from portal.office import office
from portal.people import Body, Position, Unit
from portal.people.changes import names_on
from portal.views.administration.door import for_the_administrator


@for_the_administrator
def structure(request: HttpRequest) -> HttpResponse:
    """``?ngay=3/8/2026``; today when nothing is asked."""
    today = timezone.localdate()
    form = DayForm(request.GET if "ngay" in request.GET else None)
    on = (form.is_valid() and form.cleaned_data["ngay"]) or today
    context = {"form": form, "on": on, "today": today, "office": office(on), **standing(on)}
    status = 422 if form.is_bound and not form.is_valid() else 200
    return render(request, "portal/administration/structure.html", context, status=status)


def standing(on: date) -> dict[str, Any]:
    """Units, bodies and fields of that day, each with who held which position."""
    rows = Position.objects.open(as_of=on).select_related("user").prefetch_related("fields")
    held = list(rows.order_by("pk"))
    names = names_on(on)
    units = Unit.objects.open(as_of=on).select_related("parent")
    return {
        "units": [
            (unit, names.get(unit.pk, unit.name), [row for row in held if row.unit_id == unit.pk])
            for unit in sorted(units, key=lambda unit: (unit.parent_id is not None, unit.name))
        ],
        "bodies": [
            (body, [row for row in held if row.body_id == body.pk])
            for body in Body.objects.open(as_of=on)
        ],
        "areas": [
            (area, [row for row in held if area in row.fields.all()])
            for area in Field.objects.open(as_of=on).top()
        ],
    }
