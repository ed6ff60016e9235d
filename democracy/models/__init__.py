"""The tables of democracy at the workplace."""

from .consultation import Consultation, Opinion
from .posting import Display, InformationRequest, Posting
from .slip import Slip
from .staff_decision import StaffDecision
from .suggestion import Suggestion

__all__ = [
    "Consultation",
    "Display",
    "InformationRequest",
    "Opinion",
    "Posting",
    "Slip",
    "StaffDecision",
    "Suggestion",
]
