"""The tables of democracy at the workplace."""

from . import handover as handover
from . import leaving as leaving
from .board import (
    BoardInspection,
    BoardProgramme,
    BoardRecommendation,
    BoardReport,
    BoardRequest,
    BoardSeat,
    BoardTerm,
)
from .briefing import Briefing, BriefingSession
from .commendation import (
    AwardRegulation,
    ConditionStatement,
    Nomination,
    NominationPaper,
    NominationPicture,
)
from .committee import CommitteeDuty, CommitteeMeeting, CommitteeSeat, CommitteeVersion
from .conference import AgendaPart, Conference, Convening, Pledge, ResolutionCheck
from .consultation import Consultation, Opinion
from .movement import Enrolment, Movement, MovementRound
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
from .visit import SiteVisit, VisitAdvice, VisitDocument

__all__ = [
    "AgendaPart",
    "AwardRegulation",
    "BoardInspection",
    "BoardProgramme",
    "BoardRecommendation",
    "BoardReport",
    "BoardRequest",
    "BoardSeat",
    "BoardTerm",
    "Briefing",
    "BriefingSession",
    "CommitteeDuty",
    "CommitteeMeeting",
    "CommitteeSeat",
    "CommitteeVersion",
    "ConditionStatement",
    "Conference",
    "Consultation",
    "Convening",
    "CriteriaVersion",
    "Display",
    "Enrolment",
    "InformationRequest",
    "Mark",
    "Movement",
    "MovementRound",
    "Nomination",
    "NominationPaper",
    "NominationPicture",
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
    "SiteVisit",
    "Slip",
    "StaffDecision",
    "StatedCondition",
    "Suggestion",
    "VisitAdvice",
    "VisitDocument",
]
