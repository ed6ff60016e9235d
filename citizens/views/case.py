"""The page of one case, its deadlines explained, and the pages of its steps."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from citizens.forms import (  # noqa: F401  each form makes itself known
    closing,
    complaint,
    complaint_side_steps,
    complaint_verification,
    executing,
    feedback,
    flags,
    owed,
    recommending,
    signing,
)
from citizens.models import Case
from citizens.sheets.case import read_sheet
from citizens.views.desk_item import (
    ItemStepView,
    list_crumbs,
    proper_address,
    reckoning_page,
    sheet_or_404,
    timeline_panel,
)
from citizens.views.lists import CASES, cases_of
from citizens.views.neighbours import beside
from citizens.views.open_steps import steps_for
from citizens.words import timeline
from citizens.words.case import facts_of, stages_of
from citizens.words.execution import lines_of
from citizens.words.people import people_of
from citizens.words.reckoning import reckonings, standing_of
from citizens.words.retention import retention_of
from portal.filters import Reader


def detail(request: HttpRequest, code: str) -> HttpResponse:
    """Where the case stands, what can be done now, and all that was done."""
    on = timezone.localdate()
    if proper := proper_address(Case, request, code, on=on):
        return redirect(proper)
    case, lists = sheet_or_404(read_sheet, request, code, on=on)
    reader = Reader(request.user, on)
    events = timeline.events_of(case.stream, case.petition.stream)
    told = timeline.entries(
        events,
        clocks=lists["clocks"],
        labels={step.name: step.label for step in case.workflow},
    )
    place = beside(request, case, listing=CASES, rows=cases_of(reader), reader=reader)
    context = {
        "case": case,
        "on": on,
        "standing": standing_of(case, lists["clocks"], on=on),
        "reckonings": reckonings(case, lists["clocks"], on=on),
        "stages": stages_of(case),
        **steps_for(request.user, case, lists, events, on=on),
        "facts": facts_of(case, lists),
        "people": people_of(case.petition, lists["parties"]),
        **timeline_panel(request, told),
        "retention": retention_of(case.petition, request.user, on=on) if case.closed_on else None,
        "crumbs": list_crumbs(case, place),
        "neighbours": place,
        **lists,
        "executions": lines_of(lists["executions"], on=on),
    }
    return render(request, "citizens/case/detail.html", context)


def reckoning(request: HttpRequest, code: str) -> HttpResponse:
    return reckoning_page(read_sheet, request, code)


class CaseStepView(ItemStepView):
    """One step of a case."""

    model = Case
    templates = "citizens/step"

    def next_address(self) -> str:
        """A numbered paper is printed and sent next."""
        if self.step.name != "send_out":
            return super().next_address()
        paper = self.done.cleaned_data["paper"]
        return f"{self.subject.get_absolute_url()}van-ban/{paper.pk}/"

    def around(self) -> dict[str, Any]:
        return super().around() | {"facts": facts_of(self.subject, {})}
