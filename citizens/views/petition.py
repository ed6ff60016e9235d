"""The page of one petition, its deadlines explained, and the pages of its steps."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from citizens import rules
from citizens.forms import (  # noqa: F401  each form says what it is
    corrections,
    desk_item,
    executing,
    joining,
    owed,
    recommending,
    signing,
)
from citizens.forms import petition as petition_forms  # noqa: F401
from citizens.forms import signers as signers_forms  # noqa: F401
from citizens.models import Petition
from citizens.sheets.likely import signs_shared
from citizens.sheets.petition import read_sheet
from citizens.views.desk_item import (
    ItemStepView,
    crumbs_of,
    list_crumbs,
    proper_address,
    reckoning_page,
    sheet_or_404,
    timeline_panel,
)
from citizens.views.lists import PETITIONS, petitions_of
from citizens.views.neighbours import beside
from citizens.views.open_steps import steps_for
from citizens.views.personal import record_look
from citizens.words import timeline
from citizens.words.execution import lines_of
from citizens.words.people import hides_numbers, people_of
from citizens.words.petition import arrival_of, course_of, facts_of
from citizens.words.reckoning import reckonings
from citizens.words.retention import retention_of
from portal import history
from portal.filters import Reader
from portal.submissions import readers
from portal.workflow import Refused, Subject


def detail(request: HttpRequest, code: str, *, numbers: bool = False) -> HttpResponse:
    """What came, from whom, by when it must be handled, and what can be done with it."""
    on = timezone.localdate()
    if proper := proper_address(Petition, request, code, on=on):
        return redirect(proper)
    petition, lists = sheet_or_404(read_sheet, request, code, on=on)
    reader = Reader(request.user, on)
    rows = petitions_of(reader)
    place = beside(request, petition, listing=PETITIONS, rows=rows, reader=reader)
    events = timeline.events_of(petition.stream)
    course = reads_course(request.user, petition, on=on)
    clocks = lists["clocks"] if course else []
    told = events if course else [event for event in events if event.step == "register"]
    entries = timeline.entries(told, clocks=clocks, labels=labels())
    context = {
        "petition": petition,
        "standing": petition.standing(as_of=on) if course else None,
        "reckonings": reckonings(petition, clocks, on=on),
        **steps_for(request.user, petition, lists, events, on=on),
        "facts": facts_for(request.user, petition, lists, on=on),
        "people": people_of(petition, lists["parties"], shown=numbers),
        "taken_up": course and petition.sealed and petition.taken_up,
        "gives_receipt": rules.adds_papers(request.user, petition, on=on),
        "retention": None if petition.sealed else retention_of(petition, request.user, on=on),
        "hidden": hides_numbers(lists["parties"]) and not numbers,
        "likely": signs_shared(petition, lists),
        **timeline_panel(request, entries),
        "neighbours": place,
        "crumbs": list_crumbs(petition, place),
        **lists,
        "executions": lines_of(lists["executions"], on=on) if course else [],
    }
    return render(request, "citizens/petition/detail.html", context)


def reads_course(user: Any, petition: Petition, *, on: Any) -> bool:
    """How far a denunciation has come, and by when, is told to its own group alone."""
    return not petition.sealed or rules.keeps_denunciations(user, on=on)


def facts_for(user: Any, petition: Petition, lists: dict[str, list], *, on: Any) -> list[Any]:
    if not petition.sealed:
        return facts_of(petition)
    if not reads_course(user, petition, on=on):
        return arrival_of(petition)
    return [*facts_of(petition), *course_of(petition, lists)]


@require_POST
@transaction.atomic
def show_numbers(request: HttpRequest, code: str) -> HttpResponse:
    """Hiện: the numbers of the people in clear, on this page once; who looked is recorded."""
    on = timezone.localdate()
    petition, _ = sheet_or_404(read_sheet, request, code, on=on)
    record_look(request, petition, label="Xem số căn cước, điện thoại")
    return detail(request, code, numbers=True)


def reckoning(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    petition, _ = sheet_or_404(read_sheet, request, code, on=on)
    if not reads_course(request.user, petition, on=on):
        raise Http404
    return reckoning_page(read_sheet, request, code)


def proposal(request: HttpRequest, code: str) -> HttpResponse:
    """Phiếu đề xuất thụ lý, to be printed and signed by three."""
    on = timezone.localdate()
    petition, lists = sheet_or_404(read_sheet, request, code, on=on)
    event = history.events(petition.stream).filter(step__in=("propose", "open_second_level")).last()
    if event is None:
        raise Http404
    context = {
        "petition": petition,
        "people": people_of(petition, lists["parties"]),
        "summary": event.values.get("summary", ""),
        "on": event.on,
        "cases": lists["cases"],
        "crumbs": crumbs_of(petition),
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/petition/proposal.html", context)


class PetitionStepView(ItemStepView):
    """One step of a petition."""

    model = Petition
    templates = "citizens/petition/step"

    def next_address(self) -> str:
        """A petition that became a case leads there, one that was sealed to its new number."""
        led_to = getattr(self.done, "result", None)
        if not isinstance(led_to, Subject):
            return self.subject.get_absolute_url()
        here = led_to.get_absolute_url()  # type: ignore[attr-defined]
        if self.step.name == "propose" and self.goes_straight_on(led_to):
            return f"{here}{led_to.workflow['accept'].path}/"
        return here

    def goes_straight_on(self, case: Any) -> bool:
        """Whoever takes the acceptance, or has nobody but its settler to read it, does both now."""
        accept, user = case.workflow["accept"], self.request.user
        if accept.may_take(user, case, on=self.on):
            return True
        if not accept.may_prepare(user, case, on=self.on):
            return False
        try:
            return len(readers(case, accept, prepared_by=user, on=self.on)) == 1
        except Refused:
            return False

    def around(self) -> dict[str, Any]:
        facts = [("Người gửi", self.subject.sender), *facts_of(self.subject)]
        return super().around() | {"facts": facts, "petition": self.subject}


def labels() -> dict[str, str]:
    return {step.name: step.label for step in Petition.workflow}
