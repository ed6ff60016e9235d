"""Addresses of plans and tasks."""

from typing import Any

from django.urls import URLPattern, path

from portal.forms import planning  # noqa: F401  the forms make themselves known
from portal.planning import Plan, TaskUnit
from portal.views import instrument_list, instruments
from portal.views.planning import (
    document,
    inspection,
    lists,
    meeting,
    next_year,
    obligations,
    plan,
    task,
)


def steps_of(model: Any, noun: str, *, at: str, view: Any, code: str = "slug") -> list[URLPattern]:
    """The address of every step: its label, folded, below the subject's.

    ``code``: how the subject's number is spelled in an address.
    """
    return [
        path(
            f"{at}/<{code}:code>/{step.path}/",
            view.as_view(),
            {"path": step.path},
            name=f"{noun}-{step.name.replace('_', '-')}",
        )
        for step in model.workflow
        if step.sources
    ]


urlpatterns = [
    path("van-ban/", instrument_list.InstrumentList.as_view(), name="instruments"),
    path("van-ban/moi/", instruments.new_instrument, name="instrument-new"),
    path("van-ban/<int:pk>/", instruments.instrument, name="instrument"),
    path("van-ban/<int:pk>/sua/", instruments.edit_instrument, name="instrument-edit"),
    path("van-ban/<int:pk>/lien-quan/", instruments.relate_instrument, name="instrument-relate"),
    path("van-ban/<int:pk>/tep/", instruments.instrument_file, name="instrument-file"),
    path("ke-hoach/", lists.PlanList.as_view(), name="plan-list"),
    path("ke-hoach/moi/", plan.new_plan, name="plan-new"),
    path("ke-hoach/kiem-tra/", inspection.inspections, name="inspections"),
    path("ke-hoach/kiem-tra/moi/", inspection.new_inspection, name="inspection-new"),
    path("ke-hoach/theo-doi/", obligations.plan_obligations, name="plan-obligations"),
    path("ke-hoach/giao-ban/", meeting.plan_meeting, name="plan-meeting"),
    path("ke-hoach/tu-van-ban/", document.upload, name="plan-from-document"),
    path("ke-hoach/tu-van-ban/<int:pk>/", document.review, name="plan-document"),
    path("ke-hoach/<slug:code>/lap-tu/", next_year.plan_next_year, name="plan-next-year"),
    path("ke-hoach/<slug:code>/", plan.detail, name="plan-detail"),
    *steps_of(Plan, "plan", at="ke-hoach", view=plan.PlanStepView),
    path("nhiem-vu/", lists.TaskList.as_view(), name="task-list"),
    path("nhiem-vu/tai-lieu/<int:pk>/", task.evidence, name="task-evidence"),
    path("nhiem-vu/<slug:code>/", task.detail, name="task-detail"),
    *steps_of(TaskUnit, "task", at="nhiem-vu", view=task.TaskStepView),
]
