"""Registers that the programmes of the office share, each line tagged by programme and field."""

from portal.activities.dialogues import Dialogue, DialogueQuestion, Promise
from portal.activities.entries import Entry
from portal.activities.limitations import Limitation
from portal.activities.opinions import OpinionNote
from portal.activities.outreach import Outreach
from portal.activities.party_figures import PartyFigures
from portal.activities.planned_visits import PlannedVisit
from portal.activities.training import Training

__all__ = [
    "Dialogue",
    "DialogueQuestion",
    "Entry",
    "Limitation",
    "OpinionNote",
    "Outreach",
    "PartyFigures",
    "PlannedVisit",
    "Promise",
    "Training",
]
