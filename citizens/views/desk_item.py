"""What the pages of petitions and cases have in common: the sheet, its timeline, the reckoning."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from citizens.documents.making import make
from portal.filters import Reader
from portal.registers import code_typed
from portal.views.step import StepView

from ..models.desk_item import DeskItem
from ..words import timeline
from ..words.reckoning import reckonings

LISTS = {"don": ("Đơn", "/don/"), "vu-viec": ("Vụ việc", "/vu-viec/")}
"""The list that each kind of item stands in: its words and its address."""

Sheet = tuple[Any, dict[str, list[Any]]]


def sheet_or_404(
    read_sheet: Callable[..., Sheet | None], request: HttpRequest, code: str, *, on: date
) -> Sheet:
    """The item and its lists; what the reader may not see does not exist."""
    found = read_sheet(code, user=request.user, on=on)
    if found is None:
        raise Http404
    return found


def proper_address(model: type[DeskItem], request: HttpRequest, code: str, *, on: date) -> str:
    """Where an item is whose number came without its zeros or capitals, if the reader sees it."""
    proper = code_typed(code)
    return "" if proper in ("", code) else address_of(model, proper, Reader(request.user, on))


def address_of(model: type[DeskItem], code: str, reader: Reader) -> str:
    row = model.objects.visible_to(reader.user, on=reader.on).filter(code=code).first()
    return row.get_absolute_url() if row else ""


def crumbs_of(item: Any) -> list[tuple[str, str]]:
    """The way to a page below the item's own."""
    return [LISTS[item.stream_kind], (item.code, item.get_absolute_url())]


def list_crumbs(item: Any, place: dict[str, str] | None) -> list[tuple[str, str]]:
    """Back to the list, as it was asked for when the item was opened from it."""
    words, url = LISTS[item.stream_kind]
    return [(words, url + (place["list"] if place else ""))]


def reckoning_page(
    read_sheet: Callable[..., Sheet | None], request: HttpRequest, code: str
) -> HttpResponse:
    """Cách tính thời hạn: every time limit of the item with its reckoning, to be printed."""
    on = timezone.localdate()
    item, lists = sheet_or_404(read_sheet, request, code, on=on)
    context = {
        "subject": item,
        "reckonings": reckonings(item, lists["clocks"], on=on),
        "crumbs": crumbs_of(item),
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/reckoning.html", context)


class ItemStepView(StepView):
    """One step of a petition or case; ``done`` is the form that took it."""

    def answer(self, request: HttpRequest) -> HttpResponse:
        if "soan-word" in request.POST and not self.why_not():
            return self.written_in_word(self.form(request.POST, request.FILES))
        return super().answer(request)

    def written_in_word(self, form: Any) -> HttpResponse:
        """The document of this step as a Word file, with what was answered so far."""
        document = getattr(form, "document", None)
        if document is None:
            raise Http404
        self.keep_typed(form)
        if not form.word:
            make(self.subject, document, by=self.request.user, on=self.on, **form.for_word())
        return redirect(f"{self.subject.get_absolute_url()}soan/{document.slug}/")

    def act(self, form: Any) -> bool:
        self.done = form
        return super().act(form)

    def around(self) -> dict[str, Any]:
        words, url = LISTS[self.subject.stream_kind]
        standing = self.subject.standing(as_of=self.on)
        return {"list_words": words, "list_url": url, "standing": standing}


def timeline_panel(request: HttpRequest, told: list[timeline.Entry]) -> dict[str, Any]:
    """What happened, as far as the address asks for it, and the tabs that ask for the rest."""
    only = shown_part(request)
    return {"told": timeline.shown(told, only), "tabs": tabs_of(request, told, only)}


def shown_part(request: HttpRequest) -> str:
    only = request.GET.get("dien-bien", "")
    if only and only not in timeline.TONES:
        raise BadRequest("Không có phần diễn biến này.")
    return only


def tabs_of(request: HttpRequest, told: list[timeline.Entry], only: str) -> list[dict[str, Any]]:
    parts = timeline.tabs(told, only)
    return [tab | {"url": part_url(request, tab["value"])} for tab in parts]


def part_url(request: HttpRequest, part: str) -> str:
    """This page with another part of the timeline; the list one came from is kept."""
    query = request.GET.copy()
    query["dien-bien"] = part
    return f"?{query.urlencode()}#dien-bien"
