"""/quan-tri/sap-xep/: decision → who goes where → what would move → the act and its protocol."""

from __future__ import annotations

from collections import Counter
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone

from portal.forms.administration.reorganisation import ACTS, DecisionForm, ShareForm
from portal.kept import Kept
from portal.once import answered_once
from portal.reorganisation import Reorganisation, rehearsed
from portal.views.administration.asking import answers, mark_of, typed
from portal.views.administration.door import for_the_administrator
from portal.workflow import Refused

SHARED = "chia-viec"
TEMPLATES = {
    "decision": "portal/administration/reorganisation/decision.html",
    "shares": "portal/administration/reorganisation/shares.html",
    "confirm": "portal/administration/reorganisation/confirm.html",
}


@for_the_administrator
def reorganisation_list(request: HttpRequest) -> HttpResponse:
    acts = [
        {"path": path, "act": form.act, "explains": form.explains} for path, form in ACTS.items()
    ]
    context = {"rows": Reorganisation.objects.select_related("by"), "acts": acts}
    return render(request, "portal/administration/reorganisation/list.html", context)


@for_the_administrator
@answered_once
def reorganise(request: HttpRequest, path: str) -> HttpResponse:
    """One address for all pages of an act: what was typed travels with the answers."""
    if path not in ACTS:
        raise Http404
    form = ACTS[path](request.POST or None, today=timezone.localdate())
    if request.method != "POST" or not form.is_valid():
        return page(request, "decision", form, form=form, status=422 if form.is_bound else 200)
    shares = shares_asked(request, form)
    if shares and not shares.is_valid():
        status = 422 if shares.is_bound else 200
        return page(request, "shares", form, form=shares, status=status, shared=SHARED)
    return counted(request, form, shares)


def shares_asked(request: HttpRequest, form: DecisionForm) -> ShareForm | None:
    """Unanswered until its own page has been seen."""
    if not form.divides:
        return None
    unit, heirs, rest = form.shares_of()
    answered = request.POST if SHARED in request.POST else None
    on = form.cleaned_data["on"]
    return ShareForm(answered, unit=unit, heirs=heirs, rest=rest, on=on)


def counted(request: HttpRequest, form: DecisionForm, shares: ShareForm | None) -> HttpResponse:
    """Rehearse, show, ask; then do it."""

    def act() -> Reorganisation:
        return form.carry_out(by=request.user, shares=shares)

    try:
        told = rehearsed(act)
        if not answers(request.POST, told.moved):
            context = {"told": told, "units": by_unit(told), "totals": totals(told)}
            return page(request, "confirm", form, mark=mark_of(told.moved), **context)
        done = act()
    except Refused as refusal:
        form.add_error(None, str(refusal))
        return page(request, "decision", form, form=form, status=422)
    forget_names()
    messages.success(request, f"Đã thực hiện. {done}.")
    return redirect("administration-protocol", done.pk)


def forget_names() -> None:
    """Units are called by other names from now on."""
    for kept in Kept.all:
        kept.forget()


def page(
    request: HttpRequest, name: str, act: DecisionForm, *, status: int = 200, **context: Any
) -> HttpResponse:
    context |= {"act": act, "typed": [pair for pair in typed(request.POST) if name != "decision"]}
    if name == "shares":
        context["typed"] = [pair for pair in context["typed"] if pair[0] in act.fields]
    return render(request, TEMPLATES[name], context, status=status)


def by_unit(row: Reorganisation) -> list[tuple[str, list[dict[str, Any]]]]:
    return [(unit, list(groups)) for unit, groups in groupby(row.moved, lambda each: each["unit"])]


def totals(row: Reorganisation) -> list[tuple[str, int]]:
    """Of all units together, in the order of the protocol."""
    counted: Counter[str] = Counter()
    for group in row.moved:
        counted[group["label"]] += len(group["lines"])
    return list(counted.items())


@for_the_administrator
def protocol(request: HttpRequest, pk: int) -> HttpResponse:
    """Biên bản bàn giao, to be printed and signed."""
    row = get_object_or_404(Reorganisation.objects.select_related("by"), pk=pk)
    context = {"row": row, "units": by_unit(row)}
    return render(request, "portal/administration/reorganisation/protocol.html", context)
