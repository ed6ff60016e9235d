"""``/van-ban/…``: one legal document, its file, its relations; entering and correcting it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from portal.attachments import serve
from portal.forms.instrument import InstrumentForm, RelationForm
from portal.instruments import Instrument
from portal.once import answered_once
from portal.permissions import keeps_instruments
from portal.planning import Plan
from portal.planning.implementing import CARRY_OUT, OfYear, issued_for
from portal.planning.plans import KNOWN
from portal.views.instrument_list import base_of
from portal.views.planning.acts import acts_of
from portal.views.planning.lists import counted

LIST = ("Văn bản", "/van-ban/")


@login_not_required
@require_safe
def instrument(request: HttpRequest, pk: int) -> HttpResponse:
    """One instrument: its validity, what it rests on, what was made to carry it out."""
    on = timezone.localdate()
    row = visible(request, pk)
    inside = request.user.is_authenticated
    seen = Instrument.objects.visible_to(request.user, on=on).select_related("issuer")
    plans = Plan.objects.none()
    if inside:
        shown = Plan.objects.visible_to(request.user, on=on).select_related("unit")
        plans = shown.filter(Q(bases__instrument=row) | Q(instrument=row)).distinct()
    context = {
        "row": row,
        "in_force": row.is_in_force(as_of=on),
        "to_others": row.relations.filter(other__in=seen).select_related("other__issuer"),
        "from_others": row.related_from.filter(instrument__in=seen).select_related(
            "instrument__issuer"
        ),
        "editions": seen.filter(edition_of=row),
        "chain": (chain := chain_of(row, list(plans), on=on)),
        "issued": issued(row, [each["plan"] for each in chain], seen),
        "waits": bool(row.carry_out_by and row.carry_out_by < on),
        "keeps": keeps_instruments(request.user, on=on),
        "told": acts_of(row.stream) if inside else [],
        "base": base_of(request),
        "crumbs": [LIST],
    }
    return render(request, "portal/instrument/detail.html", context)


def chain_of(row: Instrument, plans: list[Plan], *, on: date) -> list[dict[str, Any]]:
    """Directive → plan → tasks, with the days between and how far the units are."""
    shares = counted(plan.pk for plan in plans)(on) if plans else {}
    return [
        {
            "plan": plan,
            "shares": shares.get(plan.pk),
            "lag": (plan.dated_on - row.dated_on).days if plan.dated_on and row.dated_on else None,
        }
        for plan in plans
    ]


def issued(row: Instrument, plans: list[Plan], seen: Any) -> list[OfYear]:
    """What carries it out, counted by year."""
    below = seen.filter(relations__other=row, relations__kind__in=CARRY_OUT).distinct()
    known = [plan for plan in plans if plan.stage in KNOWN]
    return issued_for(row, plans=known, instruments=below)


def visible(request: HttpRequest, pk: int) -> Instrument:
    seen = Instrument.objects.visible_to(request.user, on=timezone.localdate())
    return get_object_or_404(seen.select_related("issuer", "unit", "file", "edition_of"), pk=pk)


@login_not_required
@require_safe
def instrument_file(request: HttpRequest, pk: int) -> HttpResponseBase:
    row = visible(request, pk)
    if row.file is None:
        raise Http404
    return serve(row.file)


@answered_once
def new_instrument(request: HttpRequest) -> HttpResponse:
    on = keeper_on(request)
    form = InstrumentForm(request.POST or None, request.FILES or None, by=request.user, on=on)
    if request.method == "POST" and form.is_valid():
        row = Instrument.enter(by=request.user, on=on, **form.facts())
        messages.success(request, f"Đã vào sổ {row.cited}.")
        return redirect(row.get_absolute_url())
    return form_page(request, form, "Vào sổ văn bản", crumbs=[LIST])


@answered_once
def edit_instrument(request: HttpRequest, pk: int) -> HttpResponse:
    on, row = keeper_on(request), visible(request, pk)
    form = InstrumentForm(
        request.POST or None, request.FILES or None, by=request.user, on=on, instrument=row
    )
    if request.method == "POST" and form.is_valid():
        row.amend(by=request.user, on=on, **form.facts())
        messages.success(request, "Đã sửa thông tin văn bản.")
        return redirect(row.get_absolute_url())
    return form_page(request, form, "Sửa thông tin văn bản", crumbs=crumbs_of(row))


@answered_once
def relate_instrument(request: HttpRequest, pk: int) -> HttpResponse:
    on, row = keeper_on(request), visible(request, pk)
    form = RelationForm(request.POST or None, instrument=row)
    if request.method == "POST" and form.is_valid():
        row.relate(by=request.user, on=on, **form.cleaned_data)
        messages.success(request, "Đã ghi quan hệ giữa hai văn bản.")
        return redirect(row.get_absolute_url())
    return form_page(request, form, "Ghi quan hệ", crumbs=crumbs_of(row))


def keeper_on(request: HttpRequest) -> Any:
    on = timezone.localdate()
    if not keeps_instruments(request.user, on=on):
        raise Http404
    return on


def crumbs_of(row: Instrument) -> list[tuple[str, str]]:
    return [LIST, (row.reference, row.get_absolute_url())]


def form_page(request: HttpRequest, form: Any, act: str, *, crumbs: Any) -> HttpResponse:
    context = {"form": form, "act": act, "crumbs": crumbs}
    status = 422 if form.is_bound else 200
    return render(request, "portal/instrument/form.html", context, status=status)
