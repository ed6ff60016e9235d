"""Addresses of rating."""

from django.urls import path

from democracy.forms import rating  # noqa: F401  the forms make themselves known
from democracy.models import RatingRound, ScoreSheet
from democracy.views.rating import criteria, lists, rounds, sheet
from portal.views.planning.urls import steps_of

urlpatterns = [
    path("dan-chu/xep-loai/", rounds.rounds, name="rating"),
    path("dan-chu/xep-loai/moi/", rounds.new_round, name="round-new"),
    path("dan-chu/xep-loai/<slug:code>/", rounds.one_round, name="round-detail"),
    *steps_of(RatingRound, "round", at="dan-chu/xep-loai", view=rounds.RoundStepView),
    path("dan-chu/phieu-diem/", lists.SheetList.as_view(), name="sheet-list"),
    path("dan-chu/phieu-diem/tai-lieu/<int:pk>/", sheet.evidence, name="sheet-evidence"),
    path("dan-chu/phieu-diem/<slug:code>/", sheet.detail, name="sheet-detail"),
    *steps_of(ScoreSheet, "sheet", at="dan-chu/phieu-diem", view=sheet.SheetStepView),
    path("dan-chu/bo-tieu-chi/", criteria.criteria_list, name="criteria-list"),
    path("dan-chu/bo-tieu-chi/moi/", criteria.new_criteria, name="criteria-new"),
    path("dan-chu/bo-tieu-chi/<slug:code>/<slug:since>/", criteria.criteria, name="criteria"),
    path(
        "dan-chu/bo-tieu-chi/<slug:code>/<slug:since>/tep/",
        criteria.criteria_file,
        name="criteria-file",
    ),
]
