"""The yearly conference of staff, its resolution and what follows from it."""

from democracy.models.conference.conference import Conference
from democracy.models.conference.parts import AgendaPart, Convening, Pledge, ResolutionCheck

__all__ = ["AgendaPart", "Conference", "Convening", "Pledge", "ResolutionCheck"]
