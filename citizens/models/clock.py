"""The running time limits of petitions and cases."""

from __future__ import annotations

from portal import deadlines

from .. import statutes
from .owned import Owned


class Clock(Owned, deadlines.Clock):
    """Thời hạn."""

    terms = statutes.RULES

    class Meta(Owned.Meta):
        ordering = ["pk"]
        constraints = [*Owned.Meta.constraints, *deadlines.Clock.Meta.constraints]
