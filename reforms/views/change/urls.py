"""Addresses of changes of procedures."""

from django.urls import path

from portal.views.planning.urls import steps_of
from reforms.forms import procedure as forms  # noqa: F401  the forms make themselves known
from reforms.models import ProcedureChange
from reforms.views.change import lists, page

AT = "cai-cach/bien-dong"
urlpatterns = [
    path(f"{AT}/", lists.ChangeList.as_view(), name="procedure-change-list"),
    path(f"{AT}/moi/", page.NewChangeView.as_view(), name="procedure-change-new"),
    path(f"{AT}/<slug:code>/", page.detail, name="procedure-change-detail"),
    *steps_of(ProcedureChange, "procedure-change", at=AT, view=page.ChangeStepView),
]
