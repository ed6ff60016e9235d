"""Addresses of procedures: the staff below /cai-cach/, the public at /thu-tuc/."""

from __future__ import annotations

from django.urls import path

from portal.views.planning.urls import steps_of
from reforms.forms import procedure as forms  # noqa: F401  the forms make themselves known
from reforms.models import Procedure
from reforms.views.change.urls import urlpatterns as of_changes
from reforms.views.procedure import catalogue, comparing, law, lists, procedure, public
from reforms.views.simplifying.urls import urlpatterns as of_simplifying

AT = "cai-cach/thu-tuc"

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
    *steps_of(Procedure, "procedure", at=AT, view=procedure.ProcedureStepView, code="str"),
]
