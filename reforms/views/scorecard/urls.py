"""Addresses of scorecards and of the board of Decision 766."""

from django.urls import path

from portal.views.planning.urls import steps_of
from reforms.forms import scorecard as forms  # noqa: F401  the forms make themselves known
from reforms.models import Scorecard, ScoringCampaign
from reforms.views.scorecard import board, campaigns, cards, criteria, exports, lists, published

SET = "cai-cach/bo-tieu-chi/<slug:code>/<slug:since>/"
CARD = "cai-cach/phieu-cham/<slug:code>/"

urlpatterns = [
    path("cai-cach/766/", board.board, name="board-766"),
    path("cai-cach/766/ghi/", board.tell, name="board-tell"),
    path("cai-cach/cham-diem/", campaigns.campaigns, name="scoring"),
    path("cai-cach/cham-diem/moi/", campaigns.NewCampaignView.as_view(), name="campaign-new"),
    path("cai-cach/cham-diem/cac-co-quan/", published.agencies, name="scores-published"),
    path("cai-cach/cham-diem/<slug:code>/", campaigns.one_campaign, name="campaign-detail"),
    path("cai-cach/cham-diem/<slug:code>/tep/", exports.order_file, name="campaign-file"),
    *steps_of(
        ScoringCampaign, "campaign", at="cai-cach/cham-diem", view=campaigns.CampaignStepView
    ),
    path("cai-cach/phieu-cham/", lists.CardList.as_view(), name="scorecard-list"),
    path("cai-cach/phieu-cham/tai-lieu/<int:pk>/", cards.evidence, name="scorecard-evidence"),
    path(CARD, cards.detail, name="scorecard-detail"),
    path(f"{CARD}diem-mat/", cards.lost, name="scorecard-lost"),
    path(f"{CARD}cac-nam/", cards.years, name="scorecard-years"),
    path(f"{CARD}tep/", exports.card_file, name="scorecard-file"),
    path(f"{CARD}van-ban/", exports.card_paper, name="scorecard-paper"),
    *steps_of(Scorecard, "scorecard", at="cai-cach/phieu-cham", view=cards.CardStepView),
    path("cai-cach/bo-tieu-chi/", criteria.SetList.as_view(), name="scoring-sets"),
    path("cai-cach/bo-tieu-chi/moi/", criteria.NewSet.as_view(), name="scoring-set-new"),
    path(SET, criteria.OneSet.as_view(), name="scoring-set"),
    path(f"{SET}tep/", criteria.SetFile.as_view(), name="scoring-set-file"),
]
