"""Addresses of the yearly conference."""

from django.urls import path

from democracy.forms import conference  # noqa: F401  the forms make themselves known
from democracy.models import Conference
from democracy.views.conference import lists, page
from portal.planning.records import opens
from portal.views.planning.urls import steps_of

AT = "dan-chu/hoi-nghi"

opens(
    "conference",
    "Lập hội nghị",
    lambda share: (
        f"/{AT}/moi/?don-vi={share.unit.code if share.unit else ''}&nam={share.plan.year}"
    ),
)

urlpatterns = [
    path(f"{AT}/", lists.ConferenceList.as_view(), name="conference-list"),
    path(f"{AT}/moi/", page.NewConferenceView.as_view(), name="conference-new"),
    path(f"{AT}/theo-don-vi/", lists.by_unit, name="conference-units"),
    path(f"{AT}/<slug:code>/", page.detail, name="conference-detail"),
    path(f"{AT}/<slug:code>/bien-ban/", page.minutes, name="conference-minutes"),
    path(f"{AT}/<slug:code>/tai-lieu/<slug:part>/", page.paper, name="conference-paper"),
    path(f"{AT}/<slug:code>/du-thao/<slug:kind>/", page.draft, name="conference-draft"),
    *steps_of(Conference, "conference", at=AT, view=page.ConferenceStepView),
]
