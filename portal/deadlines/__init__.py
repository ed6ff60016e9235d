"""Statutory deadlines: what the law says (`Term`), what follows from it (`compute`), what runs
on a case (`Clock`), and how near it is (`standing`).

The tables of the law stand in each app's `statutes.py`; every date is reckoned here.
"""

from portal.deadlines.clocks import FAR_FUTURE, Clock, ClockQuerySet
from portal.deadlines.confirmations import RuleConfirmation, confirmations
from portal.deadlines.explanation import Row
from portal.deadlines.law import (
    CALENDAR,
    MEMORY,
    MONTH,
    READ,
    SECONDARY,
    WORKING,
    DeadlineError,
    LegalVersion,
    Term,
    rules,
)
from portal.deadlines.reckoning import Deadline, compute
from portal.deadlines.standings import SOON, Standing, last_soon, standing

__all__ = [
    "CALENDAR",
    "FAR_FUTURE",
    "MEMORY",
    "MONTH",
    "READ",
    "SECONDARY",
    "SOON",
    "WORKING",
    "Clock",
    "ClockQuerySet",
    "Deadline",
    "DeadlineError",
    "LegalVersion",
    "Row",
    "RuleConfirmation",
    "Standing",
    "Term",
    "compute",
    "confirmations",
    "last_soon",
    "rules",
    "standing",
]
