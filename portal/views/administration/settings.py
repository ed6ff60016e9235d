"""/quan-tri/thiet-lap/: what the office has decided for itself, each value from a day on."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from portal import history
from portal.forms.administration.settings import SettingForm
from portal.office import SETTINGS, Known, Setting, kept_settings
from portal.once import answered_once
from portal.text import day, slug
from portal.views.administration.door import for_the_administrator


@for_the_administrator
def setting_list(request: HttpRequest) -> HttpResponse:
    on, rows = timezone.localdate(), list(Setting.objects.order_by("-valid_from"))
    shelves = [shelf(known, rows, on=on) for known in SETTINGS.values()]
    return render(request, "portal/administration/settings.html", {"shelves": shelves})


def shelf(known: Known, rows: list[Setting], *, on: date) -> dict[str, Any]:
    own = [row for row in rows if row.name == known.name]
    held = next((row for row in own if row.valid_from <= on), None)
    value = held.value if held else known.default
    return {
        "known": known,
        "path": slug(known.label),
        "value": known.words(value, on=held.valid_from if held else on),
        "held": held,
        "past": [(row, known.words(row.value, on=row.valid_from)) for row in own],
    }


@for_the_administrator
@answered_once
def new_setting(request: HttpRequest, path: str) -> HttpResponse:
    on, known = timezone.localdate(), setting_at(path)
    form = SettingForm(request.POST or None, known=known, on=on)
    if request.method == "POST" and form.is_valid():
        row = form.keep()
        kept_settings.forget()
        note(row, by=request.user.key, on=on)
        messages.success(request, f"Đã lưu: {known.label}, từ ngày {day(row.valid_from)}.")
        return redirect("administration-settings")
    context = {"known": known, "form": form}
    status = 422 if form.is_bound else 200
    return render(request, "portal/administration/setting.html", context, status=status)


def setting_at(path: str) -> Known:
    for known in SETTINGS.values():
        if slug(known.label) == path:
            return known
    raise Http404


def note(row: Setting, *, by: str, on: date) -> None:
    history.record(
        f"quan-tri/thiet-lap/{row.name}",
        "set",
        by=by,
        on=on,
        label=f"Quy định riêng của cơ quan: {SETTINGS[row.name].label}",
        facts={"from": row.valid_from, "value": row.value, "decision": row.decision},
    )
