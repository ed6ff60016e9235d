"""The tables of citizens' business."""

from . import handover as handover
from . import leaving as leaving
from .assignment import Assignment
from .attachment import Attachment
from .batch import Batch, BatchLine
from .case import Case
from .cause import Cause
from .clock import Clock
from .complaint import Complaint
from .data_request import DataRequest
from .decision import Decision, Publication, Service
from .denunciation import (
    Allegation,
    Denounced,
    Denunciation,
    DenunciationConclusion,
    DenunciationEntry,
    DenunciationExtension,
    DenunciationMember,
    DenunciationPaper,
    DenunciationPause,
    DenunciationPublication,
    DenunciationReport,
    DenunciationWithdrawal,
    EnvelopeOpening,
    Exclusion,
    ExpertOpinion,
    Measure,
)
from .disposal import Disposal, DisposalLine
from .execution import Execution, ExecutionResult
from .feedback import Feedback
from .flag import Flag
from .leave import Cover, Leave
from .legal_hold import LegalHold
from .lookup import LookupCode
from .matter import Matter
from .month_end import MonthEnd
from .note import Note
from .owed import Reply, Urging
from .paper import Paper
from .party import Party
from .petition import Petition
from .policy_issue import IssueCase, PolicyIssue
from .policy_question import PolicyQuestion
from .protection import Protection
from .reception import (
    Conclusion,
    HungPaper,
    PlaceCharge,
    Reception,
    ReceptionHours,
    ReceptionPlace,
    Registration,
    RotaTurn,
    ScheduleRule,
)
from .recommendation import Recommendation
from .search_row import CaseSearch, PetitionSearch
from .side_records import Complexity, Pause, Withdrawal
from .supervision import SupervisionRemark
from .tally import CommuneTally, MonthTally, Tally
from .verification import Dialogue, Findings, VerificationMember, VerificationTeam
from .visit import Printed, Representative, Visit, VisitClock, VisitSearch
from .vocabulary import PaperKind

__all__ = [
    "Allegation",
    "Assignment",
    "Attachment",
    "Batch",
    "BatchLine",
    "Case",
    "CaseSearch",
    "Cause",
    "Clock",
    "CommuneTally",
    "Complaint",
    "Complexity",
    "Conclusion",
    "Cover",
    "DataRequest",
    "Decision",
    "Denounced",
    "Denunciation",
    "DenunciationConclusion",
    "DenunciationEntry",
    "DenunciationExtension",
    "DenunciationMember",
    "DenunciationPaper",
    "DenunciationPause",
    "DenunciationPublication",
    "DenunciationReport",
    "DenunciationWithdrawal",
    "Dialogue",
    "Disposal",
    "DisposalLine",
    "EnvelopeOpening",
    "Exclusion",
    "Execution",
    "ExecutionResult",
    "ExpertOpinion",
    "Feedback",
    "Findings",
    "Flag",
    "HungPaper",
    "IssueCase",
    "Leave",
    "LegalHold",
    "LookupCode",
    "Matter",
    "Measure",
    "MonthEnd",
    "MonthTally",
    "Note",
    "Paper",
    "PaperKind",
    "Party",
    "Pause",
    "Petition",
    "PetitionSearch",
    "PlaceCharge",
    "PolicyIssue",
    "PolicyQuestion",
    "Printed",
    "Protection",
    "Publication",
    "Reception",
    "ReceptionHours",
    "ReceptionPlace",
    "Recommendation",
    "Registration",
    "Reply",
    "Representative",
    "RotaTurn",
    "ScheduleRule",
    "Service",
    "SupervisionRemark",
    "Tally",
    "Urging",
    "VerificationMember",
    "VerificationTeam",
    "Visit",
    "VisitClock",
    "VisitSearch",
    "Withdrawal",
]
