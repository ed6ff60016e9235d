"""Scorecards: criteria sets as data, points by rules, levels, ranks; knows no page.

``versions`` is the one shape of a table of files of rules; the tables stand in the apps.
"""

from portal.scoring.criteria import (
    Condition,
    CriteriaSet,
    Criterion,
    Effect,
    Group,
    Level,
    Part,
    Quota,
    Rates,
    TieBreak,
)
from portal.scoring.methods import Entry, Unscorable
from portal.scoring.ranking import Place, rank
from portal.scoring.reading import BrokenSet, read_set
from portal.scoring.reckoning import Result, points_of, reckon

__all__ = [
    "BrokenSet",
    "Condition",
    "CriteriaSet",
    "Criterion",
    "Effect",
    "Entry",
    "Group",
    "Level",
    "Part",
    "Place",
    "Quota",
    "Rates",
    "Result",
    "TieBreak",
    "Unscorable",
    "points_of",
    "rank",
    "read_set",
    "reckon",
]
