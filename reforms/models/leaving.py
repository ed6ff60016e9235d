"""What somebody who leaves has of the reform: changes, plans, rounds and surveys under way."""

from __future__ import annotations

from portal.leaving import hands_over_held

from .change import ProcedureChange
from .dossiers import Breach, LateDossier
from .indicator import Indicator
from .scorecard import ScoringCampaign
from .simplifying import ReviewPlan, Simplification
from .survey import SurveyCampaign

hands_over_held("Chỉ số đang theo dõi", (Indicator, ("followed",)), place=80)
hands_over_held(
    "Thủ tục đang sửa, đang rà soát",
    (ProcedureChange, ("open", "signed")),
    (ReviewPlan, ("draft", "approved")),
    (Simplification, ("proposed", "adopted", "sent", "decided", "carried_out")),
    place=81,
)
hands_over_held(
    "Giấy tờ trễ hạn, phản ánh chưa xong",
    (LateDossier, ("open", "promised", "waiting")),
    (Breach, ("open",)),
    place=82,
)
hands_over_held(
    "Kỳ chấm điểm, khảo sát đang mở",
    (ScoringCampaign, ("open",)),
    (SurveyCampaign, ("open",)),
    place=83,
)
