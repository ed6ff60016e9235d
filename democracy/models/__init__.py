"""The tables of democracy at the workplace."""

from .consultation import Consultation, Opinion
from .posting import Display, InformationRequest, Posting
from .practice import (
    Practice,
    PracticeNote,
    PracticePicture,
    Recognition,
    Replication,
)
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
    "Practice",
    "PracticeNote",
    "PracticePicture",
    "RatingRound",
    "Recognition",
    "Replication",
    "ScoreEvidence",
    "ScoreSheet",
    "Slip",
    "StaffDecision",
    "StatedCondition",
    "Suggestion",
]
