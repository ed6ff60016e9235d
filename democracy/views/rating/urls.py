"""Addresses of rating."""

from django.urls import path

from democracy.forms import rating  # noqa: F401  the forms make themselves known
from democracy.models import RatingRound, ScoreSheet
from democracy.views.rating import criteria, lists, rounds, sheet
from portal.views.planning.urls import steps_of

ONE_SET = "dan-chu/bo-tieu-chi/<slug:code>/<slug:since>/"

urlpatterns = [
    path("dan-chu/xep-loai/", rounds.rounds, name="rating"),
    path("dan-chu/xep-loai/moi/", rounds.NewRoundView.as_view(), name="round-new"),
    path("dan-chu/xep-loai/<slug:code>/", rounds.one_round, name="round-detail"),
    *steps_of(RatingRound, "round", at="dan-chu/xep-loai", view=rounds.RoundStepView),
    path("dan-chu/phieu-diem/", lists.SheetList.as_view(), name="sheet-list"),
    path("dan-chu/phieu-diem/tai-lieu/<int:pk>/", sheet.evidence, name="sheet-evidence"),
    path("dan-chu/phieu-diem/<slug:code>/", sheet.detail, name="sheet-detail"),
    *steps_of(ScoreSheet, "sheet", at="dan-chu/phieu-diem", view=sheet.SheetStepView),
    path("dan-chu/bo-tieu-chi/", criteria.CriteriaList.as_view(), name="criteria-list"),
    path("dan-chu/bo-tieu-chi/moi/", criteria.NewCriteria.as_view(), name="criteria-new"),
    path(ONE_SET, criteria.Criteria.as_view(), name="criteria"),
    path(f"{ONE_SET}tep/", criteria.CriteriaFile.as_view(), name="criteria-file"),
]
