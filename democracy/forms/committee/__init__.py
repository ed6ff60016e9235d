"""What is typed about steering committees; importing it makes the forms of steps known."""

from . import composing, meeting

__all__ = ["composing", "meeting"]
