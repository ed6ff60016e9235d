"""The catalogue of administrative procedures."""

from .area import ProcedureArea
from .procedure import Procedure
from .version import (
    ProcedureForm,
    ProcedureLimit,
    ProcedurePaper,
    ProcedureStep,
    ProcedureVersion,
)

__all__ = [
    "Procedure",
    "ProcedureArea",
    "ProcedureForm",
    "ProcedureLimit",
    "ProcedurePaper",
    "ProcedureStep",
    "ProcedureVersion",
]
