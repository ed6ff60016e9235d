"""What people type here; importing it makes the forms of steps known."""

from . import consultation, posting, staff_decision, suggestion

__all__ = ["consultation", "posting", "staff_decision", "suggestion"]
