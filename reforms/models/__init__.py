"""The tables of administrative reform; Django finds them here."""

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

__all__ = [
    "DossierCount",
    "Indicator",
    "IndicatorEvidence",
    "IndicatorTarget",
    "IndicatorValue",
    "Procedure",
    "ProcedureArea",
    "ProcedureForm",
    "ProcedureLimit",
    "ProcedurePaper",
    "ProcedureStep",
    "ProcedureVersion",
]
