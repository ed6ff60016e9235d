"""What is typed about procedures; importing it makes the forms of steps known."""

from . import keeping

__all__ = ["keeping"]
