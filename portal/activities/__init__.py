"""Registers that the programmes of the office share, each line tagged by programme and field."""

from portal.activities.achievements import Achievement
from portal.activities.dialogues import Dialogue, DialogueQuestion, Promise
from portal.activities.digital import DigitalPapers, Software
from portal.activities.entries import Entry
from portal.activities.handling_errors import HandlingError
from portal.activities.legal_drafts import LegalDraft
from portal.activities.limitations import Limitation
from portal.activities.opinions import OpinionNote
from portal.activities.organisation import OrganisationReview
from portal.activities.outreach import Outreach
from portal.activities.party_figures import PartyFigures
from portal.activities.personnel import PersonnelActs
from portal.activities.planned_visits import PlannedVisit
from portal.activities.training import Training

__all__ = [
    "Achievement",
    "Dialogue",
    "DialogueQuestion",
    "DigitalPapers",
    "Entry",
    "HandlingError",
    "LegalDraft",
    "Limitation",
    "OpinionNote",
    "OrganisationReview",
    "Outreach",
    "PartyFigures",
    "PersonnelActs",
    "PlannedVisit",
    "Promise",
    "Software",
    "Training",
]
