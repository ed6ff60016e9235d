"""The catalogue of administrative procedures."""

from .area import ProcedureArea
from .national import CatalogueCheck, NationalProcedure
from .procedure import Procedure
from .version import (
    ProcedureForm,
    ProcedureLimit,
    ProcedurePaper,
    ProcedureStep,
    ProcedureVersion,
)

__all__ = [
    "CatalogueCheck",
    "NationalProcedure",
    "Procedure",
    "ProcedureArea",
    "ProcedureForm",
    "ProcedureLimit",
    "ProcedurePaper",
    "ProcedureStep",
    "ProcedureVersion",
]
