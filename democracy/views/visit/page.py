"""The page of a visit, opening visits, their files, their steps."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import Any

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from democracy import visit_rules as rules
from democracy.forms.visit.opening import ComeFrom, NewVisit
from democracy.models import SiteVisit
from democracy.models.visit.finding import found_at
from democracy.papers.visit import CONCLUSION, papers_of, write_paper
from democracy.views.pages import HOME, around
from democracy.views.visit.lists import LIST
from portal.activities import Limitation, PlannedVisit
from portal.attachments import serve
from portal.planning import Plan, TaskUnit
from portal.views.new import NewView
from portal.views.step import StepView
from portal.views.word_file import word_file

ASIDE = ("edit", "call_off", "advise")


def visible_visit(request: HttpRequest, code: str, *, on: date) -> SiteVisit:
    seen = SiteVisit.objects.visible_to(request.user, on=on).select_related(
        *("visited", "unit", "officer", "leader", "planned", "share", "plan", "concluded_by"),
        *("report_file", "minutes_file"),
    )
    return get_object_or_404(seen, code=code)


@require_safe
def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    visit = visible_visit(request, code, on=on)
    handled = visit.handled_by(request.user, on=on)
    context = {
        "visit": visit,
        "standing": visit.standing(as_of=on) if visit.due_on else None,
        "members": list(visit.members.all()),
        "documents": list(visit.documents.all()),
        "found": found_before(visit, on=on) if handled else [],
        "advice": [] if visit.plan_id else list(visit.advice.all()),
        "tasks": tasks_of(request.user, visit, on=on),
        "papers": papers_for(request.user, visit, on=on),
        "limitations": list(Limitation.objects.filter(visit_advice__visit=visit)),
        **around(request.user, visit, on=on, told=handled, above=LIST, aside=ASIDE),
    }
    return render(request, "democracy/visit/detail.html", context)


def found_before(visit: SiteVisit, *, on: date) -> list[Any]:
    """What the portal has, while nobody looked at the documents yet."""
    if visit.stage != "open" or visit.documents.exists():
        return []
    return [row for rows in found_at(visit.visited, on=on).values() for row in rows]


def tasks_of(user: Any, visit: SiteVisit, *, on: date) -> list[tuple[Any, list[TaskUnit]]]:
    """Each recommendation with what its unit has done of it."""
    if visit.plan is None:
        return []
    shares: dict[int, list[TaskUnit]] = {}
    if Plan.objects.visible_to(user, on=on).filter(pk=visit.plan_id).exists():
        for share in visit.plan.shares.select_related("unit", "task", "plan"):
            share.told = share.standing(as_of=on)
            shares.setdefault(share.task_id, []).append(share)
    return [(task, shares.get(task.pk, [])) for task in visit.plan.tasks.all()]


@require_safe
def paper(request: HttpRequest, code: str, kind: str) -> HttpResponseBase:
    """Minutes for who was there; the conclusion for whoever reads it."""
    on = timezone.localdate()
    visit = visible_visit(request, code, on=on)
    if kind not in dict(papers_for(request.user, visit, on=on)):
        raise Http404
    name = f"{kind}-{visit.code.lower()}"
    return word_file(partial(write_paper, kind=kind, visit=visit, on=on), name=name)


def papers_for(user: Any, visit: SiteVisit, *, on: date) -> list[tuple[str, str]]:
    there = visit.handled_by(user, on=on) or rules.of_visited_unit(user, visit, on=on)
    return [row for row in papers_of(visit) if there or row[0] == CONCLUSION]


@require_safe
def report_file(request: HttpRequest, code: str) -> HttpResponseBase:
    visit = visible_visit(request, code, on=timezone.localdate())
    if visit.report_file is None:
        raise Http404
    return serve(visit.report_file)


@require_safe
def minutes_file(request: HttpRequest, code: str) -> HttpResponseBase:
    visit = visible_visit(request, code, on=timezone.localdate())
    if visit.minutes_file is None:
        raise Http404
    return serve(visit.minutes_file)


class NewVisitView(NewView):
    """``?tu=CTKT-2026-0003`` from the programme, ``?nhiem-vu=…`` from a task."""

    may, form_class = rules.opens_visits, NewVisit
    crumbs = (HOME, LIST)
    here, act = "Mở cuộc kiểm tra, khảo sát", "Mở cuộc kiểm tra"

    def given(self) -> dict[str, Any]:
        return super().given() | {"come_from": asked_by(self.request, on=self.on)}

    @transaction.atomic
    def deed(self, form: NewVisit) -> list[SiteVisit]:
        return form.open_all()

    def told(self, one: list[SiteVisit]) -> str:
        return f"Đã mở {', '.join(visit.code for visit in one)}."

    def next_address(self, one: list[SiteVisit]) -> str:
        return one[0].get_absolute_url() if len(one) == 1 else LIST[1]


def asked_by(request: HttpRequest, *, on: date) -> ComeFrom | None:
    """404 where the reader does not see what asked for the visit."""
    planned = share = None
    if code := request.GET.get("tu", ""):
        seen = PlannedVisit.objects.visible_to(request.user, on=on).kept()
        planned = get_object_or_404(seen.select_related("visited", "unit", "share"), code=code)
    if code := request.GET.get("nhiem-vu", ""):
        tasks = TaskUnit.objects.visible_to(request.user, on=on).select_related("task")
        share = get_object_or_404(tasks, code=code)
    return ComeFrom(planned=planned, share=share) if planned or share else None


class VisitStepView(StepView):
    model = SiteVisit
    templates = "portal/record_step"
    crumbs = (HOME, LIST)
