"""One outgoing paper as it is printed and signed, and the slip with which the clerk sends it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from citizens import rules
from citizens.documents.capacity import lines_of, signer_of
from citizens.models import Case, Paper, Petition
from citizens.models.lookup import grouped, lookup_link
from citizens.models.vocabulary import INTERNAL_PAPERS
from citizens.views.desk_item import crumbs_of
from portal import qr
from portal.attachments.signatures import signatures_of
from portal.once import shown_once

LOOKUP_LABEL = "Mã vuông dẫn đến trang tra cứu kết quả giải quyết"


def of_case(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return detail(request, paper_of(request, Case, code, pk))


def of_petition(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return detail(request, paper_of(request, Petition, code, pk))


def cover_of_case(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return cover(request, paper_of(request, Case, code, pk))


def cover_of_petition(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    return cover(request, paper_of(request, Petition, code, pk))


def detail(request: HttpRequest, paper: Paper) -> HttpResponse:
    """The text that was approved, in the layout of an official paper."""
    return render(request, "citizens/paper/detail.html", around(request, paper))


@shown_once
def cover(request: HttpRequest, paper: Paper) -> HttpResponse:
    """GET says what printing does; POST issues the code and shows the slip, once."""
    context = around(request, paper)
    if not context["may_send"]:
        raise Http404
    if request.method == "POST":
        digits = paper.give_code(by=request.user, on=context["on"])
        square = qr.svg(lookup_link(digits), label=LOOKUP_LABEL)
        context |= {"digits": grouped(digits), "square": square}
    return render(request, "citizens/paper/cover.html", context)


def paper_of(request: HttpRequest, model: Any, code: str, pk: int) -> Paper:
    """A paper of a petition or case that the reader may see."""
    seen = model.objects.visible_to(request.user, on=timezone.localdate())
    item = model.of_kind(get_object_or_404(seen, code=code))
    paper = get_object_or_404(item.papers.select_related("approved_by", "scan", "word"), pk=pk)
    paper.item = item
    return paper


def around(request: HttpRequest, paper: Any) -> dict[str, Any]:
    item, on = paper.item, timezone.localdate()
    is_clerk = rules.is_clerk(request.user, item, on=on)
    petition = paper.petition_of_code
    seal = getattr(item, "settling_unit", None)
    signer = signer_of(item, paper.approved_by, on=paper.approved_on)
    return {
        "paper": paper,
        "subject": item,
        "on": on,
        "symbol": paper.book(on=paper.dated_on or on).ending,
        "seal": seal,
        "signer": lines_of(signer),
        "name": signer.name,
        "party": None if petition.sealed else petition.parties.first(),
        "signatures": signatures_of(paper.scan),
        "may_number": is_clerk and paper.waits,
        "may_send": is_clerk and bool(paper.dated_on) and paper.kind not in INTERNAL_PAPERS,
        "earlier": petition.lookup_codes.valid().filter(paper=paper).last(),
        "crumbs": crumbs_of(item),
    }
