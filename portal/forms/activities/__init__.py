"""What is typed into the registers of activities; importing it makes the forms of steps known."""

from . import dialogue, done, limitation, planned_visit

__all__ = ["dialogue", "done", "limitation", "planned_visit"]
