"""The page of a share: what a unit owes, what it reported, what stands in its way."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, render
from django.utils import timezone

from portal.attachments import serve
from portal.people import User, head_of
from portal.planning import Evidence, TaskUnit, rules
from portal.planning.records import opening_of
from portal.views.planning.acts import acts_of, steps_for
from portal.views.step import StepView

LIST = ("Nhiệm vụ", "/nhiem-vu/")
ASIDE = ("assign", "raise_issue", "reschedule", "skip", "reopen")


def crumbs_of(share: TaskUnit) -> list[tuple[str, str]]:
    plan = share.plan
    return [("Kế hoạch", "/ke-hoach/"), (plan.reference or plan.code, plan.get_absolute_url())]


def visible_share(request: HttpRequest, code: str, *, on: date) -> TaskUnit:
    seen = TaskUnit.objects.visible_to(request.user, on=on).select_related(
        "plan__coordinating_unit", "plan__unit", "task__field", "unit", "body", "officer"
    )
    return get_object_or_404(seen, code=code)


def detail(request: HttpRequest, code: str) -> HttpResponse:
    on = timezone.localdate()
    share = visible_share(request, code, on=on)
    context = {
        "share": share,
        "task": share.task,
        "plan": share.plan,
        "standing": share.standing(as_of=on),
        "progress": list(share.progress.select_related("by").prefetch_related("evidence__file")),
        "obstacles": obstacles_for(request.user, share, on=on),
        "changes": list(share.due_changes.select_related("by", "prepared_by")),
        "others": list(
            share.task.shares.exclude(pk=share.pk).select_related("unit", "body", "task")
        ),
        "partners": list(share.task.partner_units.all()),
        "occurrences": list(share.occurrences.all()),
        **steps_for(request.user, share, on=on, aside=ASIDE),
        "told": acts_of(share.stream) if closely(request.user, share, on=on) else [],
        "opening": opening_of(share) if rules.carries_out(request.user, share, on=on) else None,
        "head": head_of(share.unit, on=on),
        "crumbs": crumbs_of(share),
        "on": on,
    }
    for other in context["others"]:
        other.told = other.standing(as_of=on)
    return render(request, "portal/task/detail.html", context)


def closely(user: User, share: TaskUnit, *, on: date) -> bool:
    """Who carries it out, who follows the plan, and leaders: they read obstacles too."""
    return (
        rules.carries_out(user, share, on=on)
        or rules.coordinates(user, share, on=on)
        or user.holds("director", "deputy_director", as_of=on)
    )


def obstacles_for(user: User, share: TaskUnit, *, on: date) -> list[Any]:
    if not closely(user, share, on=on):
        return []
    return list(share.obstacles.select_related("raised_by", "answered_by", "passed_up_by"))


def evidence(request: HttpRequest, pk: int) -> HttpResponseBase:
    """A paper that shows what was done, for whoever sees the task."""
    on = timezone.localdate()
    seen = TaskUnit.objects.visible_to(request.user, on=on)
    row = get_object_or_404(Evidence.objects.select_related("file"), pk=pk, share__in=seen)
    return serve(row.file)


class TaskStepView(StepView):
    """One step of a share."""

    model = TaskUnit
    templates = "portal/task/step"

    def around(self) -> dict[str, Any]:
        share = self.subject
        return {
            "crumbs": [*crumbs_of(share), (share.code, share.get_absolute_url())],
            "task": share.task,
            "obstacles": list(share.obstacles.open()),
            "standing": share.standing(as_of=self.on),
        }
