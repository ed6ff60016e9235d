"""Scorecards: versions of criteria sets, a campaign a year, a card for each that is scored."""

from .board_figure import BoardFigure
from .campaign import ScoringCampaign
from .card import Scorecard
from .criteria import ScorecardVersion
from .mark import CardEvidence, CardMark, Explanation
from .published import PublishedScore

__all__ = [
    "BoardFigure",
    "CardEvidence",
    "CardMark",
    "Explanation",
    "PublishedScore",
    "Scorecard",
    "ScorecardVersion",
    "ScoringCampaign",
]
