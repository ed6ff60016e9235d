"""Rating: versions of criteria sets, a round a year, a sheet for each that is rated."""

from .criteria import CriteriaVersion
from .mark import Mark, ScoreEvidence, StatedCondition
from .round import RatingRound
from .sheet import ScoreSheet

__all__ = [
    "CriteriaVersion",
    "Mark",
    "RatingRound",
    "ScoreEvidence",
    "ScoreSheet",
    "StatedCondition",
]
