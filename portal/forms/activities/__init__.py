"""What is typed into the registers of activities; importing it makes the forms of steps known."""

from . import dialogue, digital, done, limitation, planned_visit, reform

__all__ = ["dialogue", "digital", "done", "limitation", "planned_visit", "reform"]
