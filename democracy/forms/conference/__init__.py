"""The forms of a conference; importing them makes them known."""

from democracy.forms.conference import calling, proceeding

__all__ = ["calling", "proceeding"]
