"""The tables of administrative reform; Django finds them here."""

from reforms.models import handover as handover
from reforms.models import handover_of_procedures as handover_of_procedures
from reforms.models import leaving as leaving
from reforms.models.change import ChangedProcedure, ProcedureChange
from reforms.models.dossiers import Breach, DossierCount, LateDossier, Supplement
from reforms.models.headcount import HeadcountSnapshot
from reforms.models.indicator import (
    Indicator,
    IndicatorEvidence,
    IndicatorTarget,
    IndicatorValue,
)
from reforms.models.procedure import (
    CatalogueCheck,
    NationalProcedure,
    Procedure,
    ProcedureArea,
    ProcedureForm,
    ProcedureLimit,
    ProcedurePaper,
    ProcedureStep,
    ProcedureVersion,
)
from reforms.models.scorecard import (
    BoardFigure,
    CardEvidence,
    CardMark,
    Explanation,
    PublishedScore,
    Scorecard,
    ScorecardVersion,
    ScoringCampaign,
)
from reforms.models.simplifying import ReviewItem, ReviewPlan, Simplification
from reforms.models.survey import SurveyAnswer, SurveyBatch, SurveyCampaign, SurveyToken
from reforms.models.task_area import TaskArea

__all__ = [
    "BoardFigure",
    "Breach",
    "CardEvidence",
    "CardMark",
    "CatalogueCheck",
    "ChangedProcedure",
    "DossierCount",
    "Explanation",
    "HeadcountSnapshot",
    "Indicator",
    "IndicatorEvidence",
    "IndicatorTarget",
    "IndicatorValue",
    "LateDossier",
    "NationalProcedure",
    "Procedure",
    "ProcedureArea",
    "ProcedureChange",
    "ProcedureForm",
    "ProcedureLimit",
    "ProcedurePaper",
    "ProcedureStep",
    "ProcedureVersion",
    "PublishedScore",
    "ReviewItem",
    "ReviewPlan",
    "Scorecard",
    "ScorecardVersion",
    "ScoringCampaign",
    "Simplification",
    "Supplement",
    "SurveyAnswer",
    "SurveyBatch",
    "SurveyCampaign",
    "SurveyToken",
    "TaskArea",
]
