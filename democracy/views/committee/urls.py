"""Addresses of the steering committees."""

from django.urls import path

from democracy.forms import committee  # noqa: F401  the forms make themselves known
from democracy.models import CommitteeVersion
from democracy.views.committee import meetings, pages
from portal.views.planning.urls import steps_of

AT = "dan-chu/ban-chi-dao"

urlpatterns = [
    path(f"{AT}/", pages.committees, name="committees"),
    path(f"{AT}/moi/", pages.NewVersionView.as_view(), name="committee-new"),
    path(f"{AT}/hop/", meetings.MeetingList.as_view(), name="committee-meetings"),
    path(f"{AT}/<slug:code>/", pages.committee, name="committee-detail"),
    path(f"{AT}/<slug:code>/phan-cong/", pages.duties, name="committee-duties"),
    path(f"{AT}/<slug:code>/bien-ban/<int:pk>/", meetings.minutes, name="committee-minutes"),
    *steps_of(CommitteeVersion, "committee", at=AT, view=pages.CommitteeStepView),
]
