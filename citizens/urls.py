"""Addresses of citizens' business; a section per noun."""

from typing import Any

from django.urls import URLPattern, path

from .models import Complaint, Feedback
from .views import case


def steps_of(model: Any, noun: str, *, at: str, view: Any) -> list[URLPattern]:
    """The address of every step: its label, folded, below the subject's (``complaint-accept``)."""
    return [
        path(
            f"{at}/<slug:code>/{step.path}/",
            view.as_view(),
            {"path": step.path},
            name=f"{noun}-{step.name.replace('_', '-')}",
        )
        for step in model.workflow
        if step.sources
    ]


public: list[URLPattern] = []

petitions: list[URLPattern] = []

cases: list[URLPattern] = [
    path("vu-viec/<slug:code>/", case.detail, name="case-detail"),
    path("vu-viec/<slug:code>/cach-tinh-thoi-han/", case.reckoning, name="case-reckoning"),
    *steps_of(Complaint, "complaint", at="vu-viec", view=case.CaseStepView),
    *steps_of(Feedback, "feedback", at="vu-viec", view=case.CaseStepView),
]

urlpatterns = [*public, *petitions, *cases]
