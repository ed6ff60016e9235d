"""Addresses of visits, surveys, self-inspection."""

from django.urls import path

from democracy.forms import visit  # noqa: F401  the forms make themselves known
from democracy.models import SiteVisit
from democracy.views.visit import lists, page
from portal.planning.records import opens
from portal.views.planning.urls import steps_of

AT = "dan-chu/khao-sat"

opens("visit", "Mở cuộc kiểm tra, khảo sát", lambda share: f"/{AT}/moi/?nhiem-vu={share.code}")

urlpatterns = [
    path(f"{AT}/", lists.VisitList.as_view(), name="site-visit-list"),
    path(f"{AT}/moi/", page.NewVisitView.as_view(), name="site-visit-new"),
    path(f"{AT}/<slug:code>/", page.detail, name="site-visit-detail"),
    path(f"{AT}/<slug:code>/tep-bao-cao/", page.report_file, name="site-visit-report"),
    path(f"{AT}/<slug:code>/tep-bien-ban/", page.minutes_file, name="site-visit-minutes"),
    path(f"{AT}/<slug:code>/van-ban/<slug:kind>/", page.paper, name="site-visit-paper"),
    *steps_of(SiteVisit, "site-visit", at=AT, view=page.VisitStepView),
]
