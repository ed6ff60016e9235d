"""Addresses of models, initiatives and exemplars."""

from django.urls import path

from democracy.forms import practice as forms  # noqa: F401  the forms make themselves known
from democracy.models import Practice
from democracy.views.practice import lacking, lists, practice
from portal.views.planning.urls import steps_of

urlpatterns = [
    path("dan-chu/mo-hinh/", lists.PracticeList.as_view(), name="practice-list"),
    path("dan-chu/mo-hinh/moi/", practice.NewPracticeView.as_view(), name="practice-new"),
    path("dan-chu/mo-hinh/chua-co/", lacking.lacking, name="practice-lacking"),
    path("dan-chu/mo-hinh/gioi-thieu/", practice.showcase, name="practice-showcase"),
    path("dan-chu/mo-hinh/anh/<int:pk>/", practice.picture, name="practice-picture"),
    path("dan-chu/mo-hinh/<slug:code>/", practice.detail, name="practice-detail"),
    *steps_of(Practice, "practice", at="dan-chu/mo-hinh", view=practice.PracticeStepView),
]
