"""The tables of administrative reform; Django finds them here."""

from reforms.models.change import ChangedProcedure, ProcedureChange
from reforms.models.dossiers import DossierCount
from reforms.models.indicator import (
    Indicator,
    IndicatorEvidence,
    IndicatorTarget,
    IndicatorValue,
)
from reforms.models.procedure import (
    Procedure,
    ProcedureArea,
    ProcedureForm,
    ProcedureLimit,
    ProcedurePaper,
    ProcedureStep,
    ProcedureVersion,
)
from reforms.models.scorecard import (
    CardEvidence,
    CardMark,
    Explanation,
    Scorecard,
    ScorecardVersion,
    ScoringCampaign,
)

__all__ = [
    "CardEvidence",
    "CardMark",
    "ChangedProcedure",
    "DossierCount",
    "Explanation",
    "Indicator",
    "IndicatorEvidence",
    "IndicatorTarget",
    "IndicatorValue",
    "Procedure",
    "ProcedureArea",
    "ProcedureChange",
    "ProcedureForm",
    "ProcedureLimit",
    "ProcedurePaper",
    "ProcedureStep",
    "ProcedureVersion",
    "Scorecard",
    "ScorecardVersion",
    "ScoringCampaign",
]
