"""The page of one petition, its deadlines explained, and the pages of its steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_POST

from citizens import timeline
from citizens.case_words import reckonings
from citizens.forms import corrections, desk_item  # noqa: F401  each form makes itself known
from citizens.forms import petition as petition_forms  # noqa: F401
from citizens.models import Petition
from citizens.models.likely import told
from citizens.models.petition_sheet import read_sheet
from citizens.petition_words import facts_of, hides_numbers, kind_words, people_of
from citizens.views.case import shown_part, steps_for, tabs_of
from citizens.views.lists import PETITIONS, petitions_of
from citizens.views.neighbours import beside
from portal import history
from portal.filters import Reader
from portal.views.step import StepView
from portal.workflow import Subject

LIST = ("Đơn", "/don/")


def detail(request: HttpRequest, code: str, *, numbers: bool = False) -> HttpResponse:
    """What came, from whom, by when it must be handled, and what can be done with it."""
    on = timezone.localdate()
    petition, lists = sheet_or_404(request, code, on=on)
    only = shown_part(request)
    reader = Reader(request.user, on)
    rows = petitions_of(reader)
    place = beside(request, petition, listing=PETITIONS, rows=rows, reader=reader)
    entries = timeline.entries([petition.stream], clocks=lists["clocks"], labels=labels())
    context = {
        "petition": petition,
        "kind_words": kind_words(petition),
        "standing": petition.standing(as_of=on),
        "reckonings": reckonings(petition, lists["clocks"], on=on),
        **steps_for(request.user, petition, lists, on=on),
        "facts": facts_of(petition),
        "people": people_of(petition, lists["parties"], shown=numbers),
        "hidden": hides_numbers(lists["parties"]) and not numbers,
        "likely": told(petition, lists),
        "told": timeline.shown(entries, only),
        "tabs": tabs_of(request, entries, only),
        "neighbours": place,
        "crumbs": [(LIST[0], f"{LIST[1]}{place['list']}") if place else LIST],
        **lists,
    }
    return render(request, "citizens/petition/detail.html", context)


@require_POST
@transaction.atomic
def show_numbers(request: HttpRequest, code: str) -> HttpResponse:
    """Hiện: the numbers of the people in clear, on this page once; who looked is recorded."""
    on = timezone.localdate()
    petition, _ = sheet_or_404(request, code, on=on)
    history.record(
        petition.stream,
        "show_personal",
        by=request.user.key,
        on=on,
        label="Xem số căn cước, điện thoại",
        facts={"fields": ["id_number", "phone"]},
    )
    return detail(request, code, numbers=True)


def reckoning(request: HttpRequest, code: str) -> HttpResponse:
    """Cách tính thời hạn, to be printed."""
    on = timezone.localdate()
    petition, lists = sheet_or_404(request, code, on=on)
    context = {
        "case": petition,
        "reckonings": reckonings(petition, lists["clocks"], on=on),
        "crumbs": [LIST, (petition.code, petition.get_absolute_url())],
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/case/reckoning.html", context)


def proposal(request: HttpRequest, code: str) -> HttpResponse:
    """Phiếu đề xuất thụ lý, to be printed and signed by three."""
    on = timezone.localdate()
    petition, lists = sheet_or_404(request, code, on=on)
    event = history.events(petition.stream).filter(step="propose").last()
    if event is None:
        raise Http404
    context = {
        "petition": petition,
        "kind_words": kind_words(petition),
        "people": people_of(petition, lists["parties"]),
        "summary": event.values.get("summary", ""),
        "on": event.on,
        "cases": lists["cases"],
        "crumbs": [LIST, (petition.code, petition.get_absolute_url())],
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/petition/proposal.html", context)


class PetitionStepView(StepView):
    """One step of a petition."""

    model = Petition
    templates = "citizens/petition/step"

    def act(self, form: Any) -> bool:
        self.done = form
        return super().act(form)

    def next_address(self) -> str:
        """A petition that became a case leads there, one that was sealed to its new number."""
        led_to = getattr(self.done, "result", None)
        leads_on = isinstance(led_to, Subject)
        return (led_to if leads_on else self.subject).get_absolute_url()

    def around(self) -> dict[str, Any]:
        return {
            "list_words": LIST[0],
            "list_url": LIST[1],
            "standing": self.subject.standing(as_of=self.on),
            "facts": [("Người gửi", self.subject.sender), *facts_of(self.subject)],
            "petition": self.subject,
        }


def sheet_or_404(request: HttpRequest, code: str, *, on: date) -> tuple[Any, dict[str, list]]:
    found = read_sheet(code, user=request.user, on=on)
    if found is None:
        raise Http404
    return found


def labels() -> dict[str, str]:
    return {step.name: step.label for step in Petition.workflow}
