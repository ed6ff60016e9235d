"""What is typed about procedures; importing it makes the forms of steps known."""

from . import change, checking, keeping, simplifying

__all__ = ["change", "checking", "keeping", "simplifying"]
