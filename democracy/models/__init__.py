"""The tables of democracy at the workplace."""

from .consultation import Consultation, Opinion
from .posting import Display, InformationRequest, Posting
from .rating import (
    CriteriaVersion,
    Mark,
    RatingRound,
    ScoreEvidence,
    ScoreSheet,
    StatedCondition,
)
from .slip import Slip
from .staff_decision import StaffDecision
from .suggestion import Suggestion

__all__ = [
    "Consultation",
    "CriteriaVersion",
    "Display",
    "InformationRequest",
    "Mark",
    "Opinion",
    "Posting",
    "RatingRound",
    "ScoreEvidence",
    "ScoreSheet",
    "Slip",
    "StaffDecision",
    "StatedCondition",
    "Suggestion",
]
