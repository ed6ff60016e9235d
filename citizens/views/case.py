"""The page of one case, its deadlines explained, and the pages of its steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from citizens import timeline
from citizens.case_words import facts_of, people_of, reckonings, stages_of, standing_of
from citizens.forms import (  # noqa: F401  each form makes itself known
    complaint,
    complaint_side_steps,
    complaint_verification,
    feedback,
)
from citizens.models import Case
from citizens.models.case_sheet import read_sheet
from citizens.models.vocabulary import CaseStage
from citizens.views.lists import CASES, cases_of
from citizens.views.neighbours import beside
from portal.filters import Reader
from portal.permissions import is_head, is_leader
from portal.views.step import StepView

LIST = ("Vụ việc", "/vu-viec/")
SAID_ELSEWHERE = ("assign", "write", "attach", "correct", "retract", "send_out")
EVERYDAY = ("assign", "write", "attach", "correct", "retract")
ASIDE = (*EVERYDAY, "withdraw", "withdraw_part", "send_out")
"""Acts whose absence needs no reason: they follow from somebody else's act."""


def detail(request: HttpRequest, code: str) -> HttpResponse:
    """Where the case stands, what can be done now, and all that was done."""
    on = timezone.localdate()
    case, lists = sheet_or_404(request, code, on=on)
    reader = Reader(request.user, on)
    only = shown_part(request)
    told = timeline.entries(
        [case.stream, case.petition.stream],
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
        **steps_for(request.user, case, lists, on=on),
        "facts": facts_of(case, lists),
        "people": people_of(case, lists),
        "told": timeline.shown(told, only),
        "tabs": tabs_of(request, told, only),
        "crumbs": [(LIST[0], LIST[1] + (place["list"] if place else ""))],
        "neighbours": place,
        **lists,
    }
    return render(request, "citizens/case/detail.html", context)


def reckoning(request: HttpRequest, code: str) -> HttpResponse:
    """Cách tính thời hạn: every time limit of the case with its reckoning, to be printed."""
    on = timezone.localdate()
    case, lists = sheet_or_404(request, code, on=on)
    context = {
        "case": case,
        "reckonings": reckonings(case, lists["clocks"], on=on),
        "crumbs": [LIST, (case.code, case.get_absolute_url())],
        "printed_at": timezone.now(),
    }
    return render(request, "citizens/case/reckoning.html", context)


class CaseStepView(StepView):
    """One step of a case."""

    model = Case
    templates = "citizens/step"

    def act(self, form: Any) -> bool:
        self.done = form
        return super().act(form)

    def next_address(self) -> str:
        """A numbered paper is printed and sent next."""
        if self.step.name != "send_out":
            return super().next_address()
        paper = self.done.cleaned_data["paper"]
        return f"{self.subject.get_absolute_url()}van-ban/{paper.pk}/"

    def around(self) -> dict[str, Any]:
        return {
            "list_words": LIST[0],
            "list_url": LIST[1],
            "standing": self.subject.standing(as_of=self.on),
            "facts": facts_of(self.subject, {}),
        }


def sheet_or_404(request: HttpRequest, code: str, *, on: date) -> tuple[Any, dict[str, list]]:
    found = read_sheet(code, user=request.user, on=on)
    if found is None:
        raise Http404
    return found


def steps_for(user: Any, case: Any, lists: dict[str, list], *, on: date) -> dict[str, Any]:
    """The steps of the law with their reasons, and apart from them the everyday acts."""
    on_their_way = {row.step for row in lists["submissions"] if row.state == "open"}
    allowed = [
        step for step in case.workflow.open_to(user, case, on=on) if step.name not in on_their_way
    ]
    closed = case.workflow.closed_to(user, case, on=on)
    if case.stage == CaseStage.SETTLED:
        allowed, closed = after_decision(case, lists, allowed, closed, on=on)
    instructs = is_leader(user, case, on=on) or is_head(user, case, on=on)
    return {
        "open": [step for step in allowed if step.name not in EVERYDAY],
        "everyday": [step for step in allowed if step.name in EVERYDAY],
        "closed": [(step, why) for step, why in closed if step.name not in ASIDE],
        "instructs": instructs and case.keeps_words,
    }


def after_decision(
    case: Any, lists: dict[str, list], allowed: list[Any], closed: list[Any], *, on: date
) -> tuple[list[Any], list[Any]]:
    """What was done once stands last and needs no reason; closing waits for the effect."""
    done = {"serve": lists["services"], "publicise": lists["publications"]}
    allowed.sort(key=lambda step: bool(done.get(step.name)))
    closed = [(step, why) for step, why in closed if not done.get(step.name)]
    sentence = case.not_in_effect(on=on)
    if sentence and (close := [step for step in allowed if step.name == "close"]):
        allowed.remove(close[0])
        closed.append((close[0], sentence))
    return allowed, closed


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
