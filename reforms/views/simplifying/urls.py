"""Addresses of reviews and of proposals to simplify."""

from django.urls import path

from portal.views.planning.urls import steps_of
from reforms.forms import procedure as forms  # noqa: F401  the forms make themselves known
from reforms.models import ReviewPlan, Simplification
from reforms.views.simplifying import lists, pages

PLANS, AT = "cai-cach/ra-soat", "cai-cach/don-gian-hoa"
urlpatterns = [
    path(f"{PLANS}/", lists.ReviewPlanList.as_view(), name="review-plan-list"),
    path(f"{PLANS}/moi/", pages.NewReviewPlanView.as_view(), name="review-plan-new"),
    path(f"{PLANS}/<slug:code>/", pages.plan, name="review-plan-detail"),
    *steps_of(ReviewPlan, "review-plan", at=PLANS, view=pages.ReviewPlanStepView),
    path(f"{AT}/", lists.SimplificationList.as_view(), name="simplification-list"),
    path(f"{AT}/moi/", pages.NewProposalView.as_view(), name="simplification-new"),
    path(f"{AT}/<slug:code>/", pages.proposal, name="simplification-detail"),
    *steps_of(Simplification, "simplification", at=AT, view=pages.ProposalStepView),
]
