"""What a denunciation knows through its envelope: number, day, unit, field, time limits.

The clocks are the envelope's own, so that the book apart, the look-up and a change of the calendar
read them where they always were.
"""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.deadlines import Standing


class ThroughLetter:
    """Of denunciations."""

    petition: Any

    @property
    def received_on(self) -> date:
        return self.petition.received_on

    @property
    def unit(self) -> Any:
        return self.petition.unit

    @property
    def unit_id(self) -> int | None:
        return self.petition.unit_id

    @property
    def field(self) -> Any:
        return self.petition.field

    @property
    def field_id(self) -> int | None:
        return self.petition.field_id

    @property
    def level(self) -> int:
        return self.petition.level

    @property
    def clocks(self) -> Any:
        return self.petition.clocks

    @property
    def due_on(self) -> date | None:
        return self.petition.due_on

    def standing(self, *, as_of: date) -> Standing:
        return self.petition.standing(as_of=as_of)
