"""The page of a plan: what it says, how far its units are, what can be done next."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.db.models import Count, Prefetch, Q, prefetch_related_objects
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils import timezone
from django.utils.http import urlencode

from portal.forms.planning.plan import NewPlan
from portal.instruments import Instrument
from portal.instruments.citing import known
from portal.once import answered_once
from portal.people import User
from portal.periods import Month
from portal.planning import (
    Basis,
    DueChange,
    Inspection,
    Plan,
    Recipient,
    Task,
    rules,
)
from portal.planning.asking import asked_about
from portal.planning.checks import checks_of
from portal.planning.course import with_course
from portal.planning.parts import Stretch, grouped, stretches
from portal.planning.plans import KNOWN
from portal.planning.shares import OPEN, Stage
from portal.submissions import being_read
from portal.views.planning.acts import acts_of, steps_for
from portal.views.planning.matrix import matrix_of
from portal.views.planning.timeline import timeline_of
from portal.views.step import StepView

LIST = ("Kế hoạch", "/ke-hoach/")
ASIDE = (
    *("edit", "add_section", "cite", "edit_task", "sort_tasks", "note_unit_plan"),
    *("estimate_budget", "appraise_budget", "approve_budget", "disburse_budget"),
)
LONG = ("", "ma-tran", "tien-trinh")
"""Ways of looking that are too long for a plan of hundreds of tasks."""
VIEWS = {
    "": "Nhiệm vụ",
    "ma-tran": "Theo đơn vị",
    "tien-trinh": "Tiến trình",
    "lich": "Lịch",
    "doi-han": "Đổi hạn",
    "noi-dung": "Nội dung văn bản",
}


def visible_plan(request: HttpRequest, code: str, *, on: date) -> Any:
    """What the reader may not see does not exist."""
    seen = with_course(Plan.objects.visible_to(request.user, on=on)).select_related(
        "unit", "body", "coordinating_unit", "officer", "parent", "signer", "instrument"
    )
    return get_object_or_404(seen, code=code)


def read_with(plan: Any) -> None:
    """What the page, its steps and its warnings all ask for: once."""
    prefetch_related_objects(
        [plan],
        Prefetch("bases", Basis.objects.select_related("instrument__issuer")),
        Prefetch("recipients", Recipient.objects.select_related("unit", "body", "own_plan")),
        "budgets",
    )


def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    view = request.GET.get("xem", "")
    if view not in VIEWS:
        raise BadRequest("Không có cách xem này.")
    plan = visible_plan(request, code, on=on)
    read_with(plan)
    tasks = tasks_of(plan, on=on)
    parts = stretches(tasks) if view in LONG else []
    shown = stretch_asked(request, parts)
    context = {
        "plan": plan,
        "on": on,
        "view": view,
        "tabs": [
            {"url": address(name, shown), "words": words, "here": name == view}
            for name, words in VIEWS.items()
        ],
        "stretches": [
            {"url": address(view, part), "it": part, "here": part == shown} for part in parts
        ],
        "tasks": tasks,
        "parts": grouped(shown.tasks if shown else tasks),
        "checks": checks_of(plan, tasks) if plan.is_draft else [],
        **asked_about(plan, request.user, on=on),
        "undated": [task for task in tasks if task.is_undated],
        "sum": sums_of(tasks),
        "warnings": plan.repealed_bases(as_of=on),
        "linked": linked(plan),
        "lag": lag_of(plan),
        "recipients": list(plan.recipients.all()),
        "budgets": list(plan.budgets.all()),
        "inspection": Inspection.objects.filter(plan=plan).first(),
        "children": children_of(plan, request.user, on=on),
        **steps_for(request.user, plan, on=on, aside=ASIDE),
        "edits": still_written(plan) and rules.drafts(request.user, plan, on=on),
        "makes_own": plan.stage in KNOWN and rules.draws_up_plans(request.user, on=on),
        "told": acts_of(plan.stream),
        "crumbs": [LIST],
        "here": plan.reference or plan.code,
    }
    return render(
        request,
        "portal/plan/detail.html",
        context | shown_as(view, plan, shown.tasks if shown else tasks, on=on),
    )


def still_written(plan: Plan) -> bool:
    """A draft that nobody has before them to sign."""
    return plan.is_draft and not being_read(plan)


def stretch_asked(request: HttpRequest, parts: list[Stretch]) -> Stretch | None:
    """``?phan=2``: of a long plan the first part, unless another is asked for."""
    if not parts:
        return None
    wanted = request.GET.get("phan", parts[0].name)
    found = next((part for part in parts if part.name == wanted), None)
    if found is None:
        raise BadRequest("Kế hoạch không có phần này.")
    return found


def address(view: str, part: Stretch | None) -> str:
    asked = {"xem": view, "phan": part.name if part else ""}
    return "?" + urlencode({name: value for name, value in asked.items() if value})


def shown_as(view: str, plan: Plan, tasks: list[Task], *, on: date) -> dict[str, Any]:
    """What only one of the ways of looking needs."""
    if view == "ma-tran":
        return {"matrix": matrix_of(tasks, on=on)}
    if view == "tien-trinh":
        return {"timeline": timeline_of(plan, tasks, on=on)}
    if view == "lich":
        return {"months": months_of(tasks)}
    if view == "doi-han":
        return {"changes": changes_of(plan)}
    if view == "noi-dung":
        return {"sections": list(plan.sections.all())}
    return {}


def tasks_of(plan: Plan, *, on: date) -> list[Any]:
    """Every task with how many of its shares are done, how many late; two statements."""
    counts = {
        "shares_all": Count("shares", filter=~Q(shares__stage=Stage.SKIPPED)),
        "shares_done": Count("shares", filter=Q(shares__stage=Stage.DONE)),
        "shares_late": Count("shares", filter=Q(shares__stage__in=OPEN, shares__due__lt=on)),
        "shares_moved": Count("shares", filter=Q(shares__due_changes__isnull=False), distinct=True),
    }
    own = plan.tasks.annotate(**counts).select_related("lead_unit", "lead_body", "section")
    partners = Prefetch("partner_units")
    served = Task.objects.filter(services__plan=plan).annotate(**counts)
    served = served.select_related("lead_unit", "lead_body", "section", "plan")
    return [
        *own.prefetch_related(partners),
        *served.filter(plan__stage__in=KNOWN).prefetch_related(partners),
    ]


def sums_of(tasks: Iterable[Any]) -> dict[str, int]:
    """The line above the table."""
    rows = list(tasks)
    return {name: sum(getattr(row, f"shares_{name}") for row in rows) for name in
            ("all", "done", "late")}  # fmt: skip


def linked(plan: Any) -> Any:
    """The instruments that bases name but that were entered later."""
    return known((basis.words for basis in plan.bases.all()), among=Instrument.objects.all())


def lag_of(plan: Any) -> list[tuple[Instrument, int]]:
    """Directive to plan, in days."""
    dated = plan.dated_on
    if dated is None:
        return []
    above = [basis.instrument for basis in plan.bases.all() if basis.instrument]
    return [(row, (dated - row.dated_on).days) for row in above if row.dated_on]


def children_of(plan: Plan, user: User, *, on: date) -> list[Plan]:
    seen = Plan.objects.visible_to(user, on=on).filter(parent=plan)
    return list(seen.select_related("unit"))


def months_of(tasks: list[Task]) -> list[dict[str, Any]]:
    """What ends in each month, by its day; what has no last day is not in the calendar."""
    dated = sorted((task for task in tasks if task.due), key=lambda task: (task.due, task.place))
    return [
        {"month": month, "tasks": list(group)}
        for month, group in groupby(dated, key=lambda task: Month.containing(task.due))
    ]


def changes_of(plan: Plan) -> list[DueChange]:
    """Who moved which date, the newest first."""
    rows = DueChange.objects.filter(share__plan=plan)
    return list(
        rows.select_related("share__task", "share__unit", "share__body", "by", "prepared_by")
    )


@answered_once
def new_plan(request: HttpRequest) -> HttpResponse:
    """``?tren=<code>``: a unit's own plan below another; its unit tasks come along."""
    on = timezone.localdate()
    if not rules.draws_up_plans(request.user, on=on):
        raise Http404
    parent = above(request, on=on)
    form = NewPlan(request.POST or None, by=request.user, on=on, parent=parent)
    if request.method == "POST" and form.is_valid():
        plan = Plan.draw_up(by=request.user, on=on, parent=parent, **form.cleaned_data)
        copied = plan.take_over_tasks(by=request.user, on=on) if parent else 0
        messages.success(request, drawn_up(plan, copied))
        return redirect(plan.get_absolute_url())
    context = {"form": form, "parent": parent, "crumbs": [LIST], "here": "Lập kế hoạch"}
    status = 422 if form.is_bound else 200
    return render(request, "portal/plan/new.html", context, status=status)


def drawn_up(plan: Plan, copied: int) -> str:
    words = f"Đã lập dự thảo {plan.code}"
    return f"{words}, chép {copied} nhiệm vụ từ kế hoạch cấp trên." if copied else f"{words}."


def above(request: HttpRequest, *, on: date) -> Plan | None:
    code = request.GET.get("tren", "")
    return visible_plan(request, code, on=on) if code else None


class PlanStepView(StepView):
    """One step of a plan."""

    model = Plan
    templates = "portal/plan/step"

    def asked_for(self) -> dict[str, Any]:
        """A link to a task that was removed meanwhile leads nowhere."""
        asked = super().asked_for()
        if self.step.name == "edit_task" and "task" in asked:
            pk = int(asked["task"]) if asked["task"].isdecimal() else 0
            get_object_or_404(self.subject.tasks, pk=pk)
        return asked

    def next_address(self) -> str:
        """After one task comes the next one."""
        if self.step.name == "add_task" and "them-nua" in self.request.POST:
            return self.request.path
        return super().next_address()

    def around(self) -> dict[str, Any]:
        plan = self.subject
        context = {"crumbs": [LIST, (plan.reference or plan.code, plan.get_absolute_url())]}
        if self.step.name in ("issue", "edit_task", "cite"):
            context["warnings"] = plan.repealed_bases(as_of=self.on)
        if self.step.name == "confirm_times":
            context["compared"] = list(plan.tasks.filter(time_confirmed=False))
        if self.step.name == "issue":
            context["undated"] = list(plan.tasks.undated())
        return context
