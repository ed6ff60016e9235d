"""Addresses of satisfaction: /cai-cach/hai-long/ for the staff, /hai-long/ for who answers."""

from django.urls import path

from portal.views.planning.urls import steps_of
from reforms.models import SurveyCampaign
from reforms.views.survey import answering, campaigns, counters

AT = "cai-cach/hai-long"
urlpatterns = [
    path("hai-long/cam-on/", answering.survey_thanks, name="survey-thanks"),
    path("hai-long/quay/<slug:code>/", answering.survey_counter, name="survey-counter"),
    path("hai-long/<str:key>/", answering.survey_slip, name="survey-slip"),
    path(f"{AT}/", campaigns.CampaignList.as_view(), name="survey-list"),
    path(f"{AT}/moi/", campaigns.NewCampaign.as_view(), name="survey-new"),
    path(f"{AT}/quay/", counters.counters, name="survey-counters"),
    path(f"{AT}/quay/<slug:code>/", campaigns.poster, name="survey-poster"),
    path(f"{AT}/<slug:code>/", campaigns.detail, name="survey-detail"),
    path(f"{AT}/<slug:code>/phieu/<int:pk>/", campaigns.slips, name="survey-slips"),
    *steps_of(SurveyCampaign, "survey", at=AT, view=campaigns.CampaignStepView),
]
