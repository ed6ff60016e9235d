"""The time limits of a denunciation, which run on its envelope; what the register is told."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..vocabulary import Handling
from .entry import DenunciationEntry
from .through_letter import ThroughLetter

FITNESS = {
    Handling.ACCEPTED: (True, True),
    Handling.DECLINED: (True, True),
    Handling.FORWARDED: (True, False),
    Handling.SHELVED: (False, None),
}
"""Whether it was then fit to be handled, and ours, as the returns ask."""


class OnItsCourse(ThroughLetter):
    """Of denunciations."""

    accepted_on: date | None
    concluded_on: date | None
    closed_on: date | None
    outcome: str

    def settling_clock(self) -> Any:
        """The running period of thirty days, paused or not."""
        return self.clocks.open().filter(rule="TC_GQ").first()

    def start_clock(self, rule: str, *, on: date) -> None:
        letter = self.petition.lock()
        letter.start_clock(rule, on=on)
        letter.save(update_fields=["due_key"])

    def stop_clocks(self, *rules: str, on: date) -> list[int]:
        letter = self.petition.lock()
        stopped = letter.stop_clocks(*rules, on=on)
        letter.save(update_fields=["due_key"])
        return stopped

    def pause_clock(self, *, on: date) -> None:
        if clock := self.settling_clock():
            clock.pause(on=on)
        self.refresh_due()

    def resume_clock(self, *, on: date) -> None:
        clock = self.settling_clock()
        if clock and clock.paused_from:
            clock.resume(on=on)
        self.refresh_due()

    def refresh_due(self) -> None:
        letter = self.petition.lock()
        letter.refresh_due()
        letter.save(update_fields=["due_key"])

    def handled(self, handling: Handling, *, on: date) -> None:
        """What was done with the letter, as the returns count it."""
        letter = self.petition.lock()
        counted = letter.counted()
        letter.handling, letter.handled_on = handling, on
        letter.eligible, letter.competent = FITNESS[handling]
        letter.save()
        letter.recount(counted)

    def end(self, *, on: date) -> list[int]:
        """No period runs any longer: the paper that ends it is dated."""
        self.closed_on = on
        return self.stop_clocks(on=on)

    def tell_register(self) -> None:
        """The line from which the returns are counted says the same as the case."""
        course = {
            "accepted_on": self.accepted_on,
            "concluded_on": self.concluded_on,
            "outcome": self.outcome if self.concluded_on or self.closed_on else "",
            "closed_on": self.closed_on if self.accepted_on else None,
        }
        DenunciationEntry.objects.update_or_create(petition=self.petition, defaults=course)
