"""The tables of democracy at the workplace."""

from .board import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardSeat,
    BoardTerm,
)
from .committee import CommitteeDuty, CommitteeSeat, CommitteeVersion
from .conference import AgendaPart, Conference, Convening, Pledge, ResolutionCheck
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
    "AgendaPart",
    "BoardInspection",
    "BoardProgramme",
    "BoardRecommendation",
    "BoardReport",
    "BoardRequest",
    "BoardSeat",
    "BoardTerm",
    "CommitteeDuty",
    "CommitteeSeat",
    "CommitteeVersion",
    "Conference",
    "Consultation",
    "Convening",
    "CriteriaVersion",
    "Display",
    "InformationRequest",
    "Mark",
    "Opinion",
    "Pledge",
    "Posting",
    "Practice",
    "PracticeNote",
    "PracticePicture",
    "RatingRound",
    "Recognition",
    "Replication",
    "ResolutionCheck",
    "ScoreEvidence",
    "ScoreSheet",
    "Slip",
    "StaffDecision",
    "StatedCondition",
    "Suggestion",
]
