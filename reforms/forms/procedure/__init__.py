"""What is typed about procedures; importing it makes the forms of steps known."""

from . import change, keeping

__all__ = ["change", "keeping"]
