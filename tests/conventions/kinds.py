"""What the house keeps that has steps: one noun for each kind, the first word of its routes."""

from citizens.models import (
    Complaint,
    Denunciation,
    Feedback,
    Petition,
    PolicyQuestion,
    Protection,
    Reception,
    Visit,
)
from democracy.models import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardTerm,
    Briefing,
    CommitteeVersion,
    Conference,
    Consultation,
    Movement,
    Nomination,
    Posting,
    Practice,
    RatingRound,
    ScoreSheet,
    SiteVisit,
    Suggestion,
)
from portal.planning import Plan, TaskUnit
from portal.publications import Article, Disclosure
from portal.reporting import Report
from portal.views.activities.registers import REGISTERS
from reforms.models import (
    Breach,
    Indicator,
    LateDossier,
    Procedure,
    ProcedureChange,
    ReviewPlan,
    Scorecard,
    ScoringCampaign,
    Simplification,
    SurveyCampaign,
)

CITIZENS = {
    "petition": Petition,
    "complaint": Complaint,
    "feedback": Feedback,
    "question": PolicyQuestion,
    "visit": Visit,
    "reception": Reception,
    "denunciation": Denunciation,
    "protection": Protection,
}
PLANNING = {"plan": Plan, "task": TaskUnit, "report": Report}
PUBLICATIONS = {"article": Article, "disclosure": Disclosure}
DEMOCRACY = {
    "posting": Posting,
    "consultation": Consultation,
    "suggestion": Suggestion,
    "board-term": BoardTerm,
    "board-programme": BoardProgramme,
    "board-inspection": BoardInspection,
    "board-recommendation": BoardRecommendation,
    "board-request": BoardRequest,
    "board-report": BoardReport,
    "committee": CommitteeVersion,
    "round": RatingRound,
    "sheet": ScoreSheet,
    "nomination": Nomination,
    "movement": Movement,
    "briefing": Briefing,
    "site-visit": SiteVisit,
    "practice": Practice,
    "conference": Conference,
}
ACTIVITIES = {register.noun: register.model for register in REGISTERS}
REFORMS = {
    "late-dossier": LateDossier,
    "breach": Breach,
    "survey": SurveyCampaign,
    "indicator": Indicator,
    "procedure": Procedure,
    "procedure-change": ProcedureChange,
    "review-plan": ReviewPlan,
    "simplification": Simplification,
    "campaign": ScoringCampaign,
    "scorecard": Scorecard,
}
KINDS = CITIZENS | PLANNING | PUBLICATIONS | DEMOCRACY | ACTIVITIES | REFORMS
