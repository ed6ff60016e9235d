"""Addresses of dissemination."""

from django.urls import path

from democracy.forms import briefing as forms  # noqa: F401  the forms make themselves known
from democracy.models import Briefing
from democracy.views.briefing import briefing, lists, waiting
from portal.views.planning.urls import steps_of

urlpatterns = [
    path("dan-chu/quan-triet/", lists.BriefingList.as_view(), name="briefing-list"),
    path("dan-chu/quan-triet/moi/", briefing.NewBriefingView.as_view(), name="briefing-new"),
    path("dan-chu/quan-triet/chua-quan-triet/", waiting.waiting, name="briefing-waiting"),
    path("dan-chu/quan-triet/<slug:code>/", briefing.detail, name="briefing-detail"),
    *steps_of(Briefing, "briefing", at="dan-chu/quan-triet", view=briefing.BriefingStepView),
]
