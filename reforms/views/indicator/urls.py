"""Addresses of indicators and indices."""

from django.urls import path

from portal.views.planning.urls import steps_of
from reforms.forms import indicator as forms  # noqa: F401  the forms make themselves known
from reforms.models import Indicator
from reforms.views.indicator import indices, lists, page

urlpatterns = [
    path("cai-cach/chi-tieu/", lists.IndicatorList.as_view(), name="indicator-list"),
    path("cai-cach/chi-tieu/moi/", page.NewIndicatorView.as_view(), name="indicator-new"),
    path("cai-cach/chi-tieu/tep/<int:pk>/", page.evidence, name="indicator-evidence"),
    path("cai-cach/chi-tieu/<slug:code>/", page.detail, name="indicator-detail"),
    path("cai-cach/chi-so/", indices.indices, name="indices"),
    path("cai-cach/chi-so/them/", indices.NewIndexView.as_view(), name="index-new"),
    *steps_of(Indicator, "indicator", at="cai-cach/chi-tieu", view=page.IndicatorStepView),
]
