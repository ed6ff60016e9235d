"""The forms of visits; importing them makes them known."""

from democracy.forms.visit import opening, working

__all__ = ["opening", "working"]
