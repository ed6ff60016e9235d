"""Changes of procedures: what an instrument sets going, and by when each step is due."""

from .change import ProcedureChange
from .parts import ChangedProcedure

__all__ = ["ChangedProcedure", "ProcedureChange"]
