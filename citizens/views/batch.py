"""Bàn giao bản giấy: letters chosen in the list, one slip a unit, signed for by the unit."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from portal.filters import Reader, UnknownValue
from portal.once import answered_once
from portal.views.bulk import Selection, Sorted
from portal.views.list import unknown_value
from portal.workflow import Refused

from .. import rules
from ..models import Batch, Petition
from ..models.batch import handed_before, not_to_hand
from .desk_lists import PetitionList

SHOWN, MOST = 100, 200


def batch_list(request: HttpRequest) -> HttpResponse:
    """Phiếu bàn giao: those that nobody has signed for stand first."""
    on = timezone.localdate()
    rows = Batch.objects.visible_to(request.user, on=on).select_related("unit", "by", "received_by")
    context = {
        "waiting": list(rows.waiting()[:SHOWN]),
        "received": list(rows.exclude(received_on=None)[:SHOWN]),
        "draws_up": rules.registers_petitions(request.user, on=on),
    }
    return render(request, "citizens/batch/list.html", context)


@answered_once
def new_batch(request: HttpRequest) -> HttpResponse:
    """``so``, ``tat-ca``, ``loc``: the letters marked in the list; one slip for each unit."""
    reader = Reader(request.user, timezone.localdate())
    if not rules.registers_petitions(reader.user, on=reader.on):
        raise Http404
    selection = Selection.read(request.GET, PetitionList, reader)
    try:
        found = sorted_out(selection.subjects())
    except UnknownValue as problem:
        return unknown_value(problem)
    changed = False
    if request.method == "POST" and 0 < len(found.ready) <= MOST:
        if request.POST.get("da-xem-dong") == found.mark:
            return drawn_up(request, found, reader)
        changed = True
    context = {
        "found": found,
        "units": by_unit(found.ready),
        "too_many": len(found.ready) > MOST,
        "most": MOST,
        "changed": changed,
        "back": selection.back,
    }
    status = 409 if request.method == "POST" else 200
    return render(request, "citizens/batch/new.html", context, status=status)


def sorted_out(petitions: list[Petition]) -> Sorted:
    handed = handed_before(petitions)
    kept: dict[str, list[Any]] = {}
    ready = []
    for petition in petitions:
        why_not = not_to_hand(petition, handed)
        (kept.setdefault(why_not, []) if why_not else ready).append(petition)
    return Sorted(ready, [], kept)


def by_unit(petitions: Iterable[Petition]) -> dict[Any, list[Petition]]:
    units: dict[Any, list[Petition]] = {}
    for petition in petitions:
        units.setdefault(petition.unit, []).append(petition)
    return units


def drawn_up(request: HttpRequest, found: Sorted, reader: Reader) -> HttpResponse:
    with transaction.atomic():
        made = [
            Batch.draw_up(by=reader.user, on=reader.on, unit=unit, petitions=letters)
            for unit, letters in by_unit(found.ready).items()
        ]
    messages.success(request, f"Đã lập phiếu bàn giao: {', '.join(each.code for each in made)}.")
    return redirect(made[0].get_absolute_url() if len(made) == 1 else "batch-list")


def batch(request: HttpRequest, code: str) -> HttpResponse:
    """One slip as it is printed; a letter that has since left the open book is its number alone."""
    on = timezone.localdate()
    row = batch_or_404(request, code)
    seen = Petition.objects.visible_to(request.user, on=on).plain()
    letters = seen.filter(batch_lines__batch=row).order_by("batch_lines__pk")
    context = {
        "batch": row,
        "letters": list(letters.select_related("commune")),
        "may_receive": row.may_receive(request.user, on=on),
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/batch/detail.html", context)


@require_POST
@answered_once
def receive_batch(request: HttpRequest, code: str) -> HttpResponse:
    row = batch_or_404(request, code)
    try:
        row.receive(by=request.user, on=timezone.localdate())
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"Đã nhận đủ đơn theo phiếu {row.code}.")
    return redirect(row.get_absolute_url())


def batch_or_404(request: HttpRequest, code: str) -> Batch:
    seen = Batch.objects.visible_to(request.user, on=timezone.localdate())
    return get_object_or_404(seen.select_related("unit", "by", "received_by"), code=code)
