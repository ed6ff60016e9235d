"""What the steps of a story mean: which verb, by whom, with which words."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from .direct import ComplaintSteps, IntakeSteps
from .prepared import PREPARED, Signing

if TYPE_CHECKING:
    from ..stories import Play

__all__ = ["PREPARED", "Steps"]


class Steps(IntakeSteps, ComplaintSteps, Signing):
    """All steps of all stories."""

    def take(self, play: Play, step: list[Any], *, on: date) -> None:
        name, text, facts = step
        if name == "entrust" and play.petition.question:
            self.pass_question(play, facts, on=on)
        elif name in PREPARED:
            self.sign(play, name, play.words(text), facts, on)
        else:
            getattr(self, name)(play, play.words(text), facts, on)

    def pass_question(self, play: Play, facts: dict[str, Any], *, on: date) -> None:
        """The head of the petition unit hands it to the division that knows."""
        unit, officer = self.unit(play, facts["unit"]), self.staff[facts["officer"]]
        play.case.assign(by=self.petition_head(), on=on, unit=unit, officer=officer)
