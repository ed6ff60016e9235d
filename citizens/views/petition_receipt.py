"""Giấy biên nhận of a petition: printed once, because the digits are stored nowhere."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from citizens import rules
from citizens.models import Petition
from citizens.models.lookup import grouped, lookup_link
from citizens.models.receipt import give_receipt, given
from citizens.views.paper import LOOKUP_LABEL
from portal import qr
from portal.once import shown_once


@shown_once
def receipt(request: HttpRequest, code: str) -> HttpResponse:
    """GET says what printing does; POST issues the code and shows the sheet."""
    on = timezone.localdate()
    seen = Petition.objects.visible_to(request.user, on=on).select_related("unit")
    petition = get_object_or_404(seen, code=code)
    if not rules.adds_papers(request.user, petition, on=on):
        raise Http404(rules.adds_papers.why_not)
    context: dict[str, Any] = {"petition": petition, "on": on, "earlier": given(petition).last()}
    if request.method == "POST":
        digits = give_receipt(petition, by=request.user, on=on)
        square = qr.svg(lookup_link(digits), label=LOOKUP_LABEL)
        context |= {"digits": grouped(digits), "square": square, **contents(petition)}
    return render(request, "citizens/petition/receipt.html", context)


def contents(petition: Petition) -> dict[str, Any]:
    """What was handed in; of a denunciation nothing that tells who or what."""
    if petition.sealed:
        return {"party": None, "files": ()}
    return {
        "party": petition.parties.first(),
        "files": petition.attachments.select_related("file"),
    }
