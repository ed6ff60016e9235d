"""Addresses of democracy at the workplace."""

from django.urls import path

from democracy import (  # noqa: F401  make themselves known
    forms,
    obligations,
    plans_asked_about,
)
from democracy.models import Consultation, Posting, Suggestion
from democracy.views import (
    box,
    consultation,
    duties,
    home,
    lists,
    posting,
    staff_decision,
    suggestion,
)
from portal.views.planning.urls import steps_of

urlpatterns = [
    path("dan-chu/", home.democracy, name="democracy"),
    path("dan-chu/viec-phai-lam/", duties.duties, name="duties"),
    path("dan-chu/cong-khai/", lists.PostingList.as_view(), name="internal-publicity"),
    path("dan-chu/cong-khai/moi/", posting.NewPostingView.as_view(), name="posting-new"),
    path("dan-chu/cong-khai/<slug:code>/", posting.detail, name="posting-detail"),
    path("dan-chu/cong-khai/<slug:code>/tep/", posting.posting_file, name="posting-file"),
    *steps_of(Posting, "posting", at="dan-chu/cong-khai", view=posting.PostingStepView),
    path("dan-chu/lay-y-kien/", lists.ConsultationList.as_view(), name="consultation-list"),
    path(
        "dan-chu/lay-y-kien/moi/",
        consultation.NewConsultationView.as_view(),
        name="consultation-new",
    ),
    path("dan-chu/lay-y-kien/<slug:code>/", consultation.detail, name="consultation-detail"),
    path(
        "dan-chu/lay-y-kien/<slug:code>/tep/",
        consultation.consultation_file,
        name="consultation-file",
    ),
    *steps_of(
        Consultation,
        "consultation",
        at="dan-chu/lay-y-kien",
        view=consultation.ConsultationStepView,
    ),
    path("dan-chu/gop-y/", lists.SuggestionList.as_view(), name="internal-comments"),
    path("dan-chu/gop-y/tong-hop/", suggestion.month, name="suggestion-month"),
    path("dan-chu/gop-y/ap-phich/", suggestion.poster, name="suggestion-poster"),
    path("dan-chu/gop-y/<slug:code>/", suggestion.detail, name="suggestion-detail"),
    *steps_of(Suggestion, "suggestion", at="dan-chu/gop-y", view=suggestion.SuggestionStepView),
    path("dan-chu/quyet-dinh/", lists.DecisionList.as_view(), name="staff-decisions"),
    path(
        "dan-chu/quyet-dinh/moi/", staff_decision.NewDecision.as_view(), name="staff-decision-new"
    ),
    path("dan-chu/quyet-dinh/<slug:code>/", staff_decision.detail, name="staff-decision"),
    path(
        "dan-chu/quyet-dinh/<slug:code>/bien-ban/",
        staff_decision.minutes,
        name="staff-decision-minutes",
    ),
    path("dan-chu/hom-thu/", box.box, name="box"),
    path("dan-chu/hom-thu/da-gui/", box.sent, name="box-sent"),
    path("dan-chu/hom-thu/<str:key>/", box.opinion_box, name="opinion-box"),
]
