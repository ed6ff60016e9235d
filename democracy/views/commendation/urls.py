"""Addresses of commendation."""

from django.urls import path

from democracy.forms import commendation  # noqa: F401  the forms make themselves known
from democracy.models import Nomination
from democracy.views.commendation import lists, nomination, papers, regulations
from portal.views.planning.urls import steps_of

AT = "dan-chu/khen-thuong"
REGULATION = f"{AT}/quy-dinh/<slug:code>/<slug:since>/"

urlpatterns = [
    path(f"{AT}/", lists.NominationList.as_view(), name="nomination-list"),
    path(f"{AT}/moi/", nomination.NewNominationView.as_view(), name="nomination-new"),
    path(f"{AT}/da-co/", nomination.PastAwardView.as_view(), name="nomination-past"),
    path(
        f"{AT}/van-ban/<slug:kind>/",
        papers.NominationPaperFile.as_view(),
        name="nomination-draft",
    ),
    path(f"{AT}/chi-tieu/", regulations.quotas, name="nomination-quotas"),
    path(f"{AT}/quy-dinh/", regulations.RegulationList.as_view(), name="award-regulations"),
    path(f"{AT}/quy-dinh/moi/", regulations.NewRegulation.as_view(), name="award-regulation-new"),
    path(REGULATION, regulations.Regulation.as_view(), name="award-regulation"),
    path(f"{REGULATION}tep/", regulations.RegulationFile.as_view(), name="award-regulation-file"),
    path(f"{AT}/tai-lieu/<int:pk>/", nomination.paper, name="nomination-paper"),
    path(f"{AT}/anh/<int:pk>/", nomination.picture, name="nomination-picture"),
    path(f"{AT}/<slug:code>/", nomination.detail, name="nomination-detail"),
    path(f"{AT}/<slug:code>/bien-ban/", nomination.minutes, name="nomination-minutes"),
    *steps_of(Nomination, "nomination", at=AT, view=nomination.NominationStepView),
]
