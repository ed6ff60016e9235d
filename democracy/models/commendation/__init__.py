"""Proposals for commendation, the register of what was awarded, the regulations behind both."""

from .nomination import Nomination
from .parts import ConditionStatement, NominationPaper, NominationPicture
from .regulation import AwardRegulation

__all__ = [
    "AwardRegulation",
    "ConditionStatement",
    "Nomination",
    "NominationPaper",
    "NominationPicture",
]
