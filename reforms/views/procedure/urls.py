"""Addresses of procedures: the staff below /cai-cach/, the public at /thu-tuc/."""

from __future__ import annotations

from typing import Any

from django.urls import URLPattern, path

from reforms.forms import procedure as forms  # noqa: F401  the forms make themselves known
from reforms.models import Procedure
from reforms.views.change.urls import urlpatterns as of_changes
from reforms.views.procedure import catalogue, comparing, law, lists, procedure, public
from reforms.views.simplifying.urls import urlpatterns as of_simplifying

AT = "cai-cach/thu-tuc"


def steps_below(model: Any, noun: str, *, at: str, view: Any) -> list[URLPattern]:
    """The address of every step; the code of a procedure has a dot."""
    return [
        path(
            f"{at}/<str:code>/{step.path}/",
            view.as_view(),
            {"path": step.path},
            name=f"{noun}-{step.name.replace('_', '-')}",
        )
        for step in model.workflow
        if step.sources
    ]


urlpatterns = [
    path("thu-tuc/", public.procedures, name="procedures"),
    path("thu-tuc/<str:code>/", public.procedure, name="procedure"),
    path("thu-tuc/<str:code>/mau/<int:pk>/", public.form_file, name="procedure-form"),
    path(f"{AT}/", lists.ProcedureList.as_view(), name="procedure-list"),
    path(f"{AT}/moi/", procedure.NewProcedureView.as_view(), name="procedure-new"),
    path(f"{AT}/nap-danh-muc/", catalogue.load, name="procedure-load"),
    path(f"{AT}/doi-chieu/", comparing.ComparisonList.as_view(), name="procedure-compare"),
    path(f"{AT}/danh-muc-quoc-gia/", comparing.NationalList.as_view(), name="national-list"),
    path(f"{AT}/danh-muc-quoc-gia/nap/", comparing.load_delivered, name="national-load"),
    path(f"{AT}/van-ban/", law.law, name="procedure-law"),
    path(f"{AT}/<str:code>/", procedure.detail, name="procedure-detail"),
    *of_changes,
    *of_simplifying,
    *steps_below(Procedure, "procedure", at=AT, view=procedure.ProcedureStepView),
]
