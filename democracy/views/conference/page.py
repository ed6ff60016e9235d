"""The page of a conference, its files and its Word drafts, drawing one up, its steps."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any
from urllib.parse import urlencode

from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import agenda, board_rules, statutes
from democracy import conference_rules as rules
from democracy.forms.conference.calling import NewConference, opening_answers
from democracy.models import BoardTerm, Conference
from democracy.obligations.board import NEW_TERM
from democracy.papers.conference import PAPERS, write_paper
from democracy.views.conference.lists import LIST, year_asked
from democracy.views.pages import HOME, around
from portal.attachments import serve
from portal.people import Unit
from portal.planning import Plan, TaskUnit
from portal.planning.rules import headed_by
from portal.text import day
from portal.views.new import NewView
from portal.views.step import StepView
from portal.views.word_file import word_file

ASIDE = ("edit", "count_again", "ballot", "go_without", "report_part", "skip_part",
         "strike_vote")  # fmt: skip
BY_PART = ("report_part", "skip_part")
"""Offered beside each part of the agenda."""


def visible_conference(request: HttpRequest, code: str, *, on: date) -> Conference:
    seen = Conference.objects.visible_to(request.user, on=on)
    return get_object_or_404(seen.select_related("unit", "officer", "minutes", "plan"), code=code)


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    one = visible_conference(request, code, on=on)
    works_on = drafts_for(request, one, on=on)
    convenings = list(one.convenings.all())
    votes = list(one.votes.order_by("pk"))
    context = {
        "one": one,
        "standing": one.standing(as_of=on),
        "old_law": one.is_regular and one.due_on is None,
        "parts": one.parts_told(),
        "writes": rules.writes(request.user, one, on=on) and one.stage in ("planned", "held"),
        "signs": one.stage == "held" and rules.signs(request.user, one, on=on),
        "may_fall": agenda.MAY_FALL,
        "convenings": convenings,
        "next": convenings[-1] if convenings else None,
        "votes": votes,
        "elected": elected_here(request.user, one, votes, on=on),
        "pledge": one.pledges.select_related("head").first(),
        "tasks": tasks_of(request.user, one, on=on),
        "progress": one.progress(),
        "checks": list(one.checks.select_related("posting")),
        "drafts": drafts_of(one) if works_on else [],
        "kept": statutes.CONFERENCE_KEPT,
        **around(request.user, one, on=on, told=works_on, above=LIST,
                 aside=(*ASIDE, "convene") if one.lacks_count() else ASIDE),
    }  # fmt: skip
    late = any(row.present is None and row.meets_on <= on for row in convenings)
    apart = (*BY_PART, "convene") if late else BY_PART
    context["everyday"] = [step for step in context["everyday"] if step.name not in apart]
    return render(request, "democracy/conference/detail.html", context)


def elected_here(user: Any, one: Conference, votes: list[Any], *, on: date) -> dict[str, Any]:
    """The board whose term begins with a vote of this conference."""
    if not any(vote.item == agenda.BOARD_ELECTION and vote.is_passed for vote in votes):
        return {}
    term = BoardTerm.objects.visible_to(user, on=on).filter(conference=one).first()
    told = {"conference": one.code, "unit": one.unit.code, "staff": one.total_staff,
            "elected_on": day(one.held_on)}  # fmt: skip
    may = board_rules.sits_on_a_board(user, on=on)
    return {"term": term, "url": f"{NEW_TERM}?{urlencode(told)}" if may and not term else ""}


def drafts_for(request: HttpRequest, one: Conference, *, on: date) -> bool:
    user = request.user
    return rules.writes(user, one, on=on) or rules.cosigns(user, one, on=on)


def drafts_of(one: Conference) -> list[tuple[str, str]]:
    """The papers that there is something to say in, at this stage."""
    held, adopted = one.held_on is not None, one.plan_id is not None
    there = {
        "giay-moi": not one.was_balloted,
        "bien-ban": True,
        "giao-uoc": held,
        "nghi-quyet": adopted,
    }
    return [(name, paper.title) for name, paper in PAPERS.items() if there[name]]


def tasks_of(user: Any, one: Conference, *, on: date) -> list[tuple[Any, list[Any]]]:
    """Each item of the resolution with what its units have done of it."""
    if one.plan is None:
        return []
    shares: dict[int, list[TaskUnit]] = {}
    if Plan.objects.visible_to(user, on=on).filter(pk=one.plan_id).exists():
        for share in one.plan.shares.select_related("unit", "body", "task"):
            share.told = share.standing(as_of=on)
            shares.setdefault(share.task_id, []).append(share)
    tasks = one.plan.tasks.select_related("lead_unit", "lead_body")
    return [(task, shares.get(task.pk, [])) for task in tasks]


@require_safe
def minutes(request: HttpRequest, code: str) -> HttpResponseBase:
    """The minutes as they were signed."""
    one = visible_conference(request, code, on=timezone.localdate())
    if one.minutes is None:
        raise Http404
    return serve(one.minutes)


@require_safe
def paper(request: HttpRequest, code: str, part: str) -> HttpResponseBase:
    """What was laid before the conference."""
    one = visible_conference(request, code, on=timezone.localdate())
    rows = one.parts.select_related("paper").filter(paper__isnull=False)
    return serve(get_object_or_404(rows, code=part).paper)


@require_safe
def draft(request: HttpRequest, code: str, kind: str) -> FileResponse:
    """A Word file out of the record, to be completed and signed."""
    on = timezone.localdate()
    one = visible_conference(request, code, on=on)
    if not drafts_for(request, one, on=on) or kind not in dict(drafts_of(one)):
        raise Http404
    name = f"{kind}-{one.code.lower()}"
    return word_file(partial(write_paper, paper=PAPERS[kind], one=one, on=on), name=name)


class NewConferenceView(NewView):
    """``?don-vi=ttvl&nam=2025``: as the list of units leads here."""

    may, form_class, verb = rules.begins, NewConference, Conference.draw_up
    crumbs = (HOME, LIST)
    here = act = "Lập hội nghị"
    said = "Đã lập {0.code}."

    def given(self) -> dict[str, Any]:
        return super().given() | {"initial": answers_for(self.request, on=self.on)}


def answers_for(request: HttpRequest, *, on: date) -> dict[str, Any]:
    units = Unit.objects.open(as_of=on)
    unit = units.filter(code=request.GET.get("don-vi", "")).first()
    unit = unit or units.filter(pk__in=headed_by(request.user, on=on)).first()
    return opening_answers(
        request.user, on=on, unit=unit, year=year_asked(request.GET.get("nam", ""), on=on)
    )


class ConferenceStepView(StepView):
    model = Conference
    templates = "portal/record_step"
    crumbs = (HOME, LIST)
