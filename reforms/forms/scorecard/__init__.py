"""Scorecards: opening a campaign, scoring line by line, appraising, explaining."""

from . import campaign, card, lines

__all__ = ["campaign", "card", "lines"]
