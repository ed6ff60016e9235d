"""Who does what in a story, and the clerk's numbers: what all steps need."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from citizens.models.vocabulary import PAPER_SYMBOLS
from portal.people import Unit, User

if TYPE_CHECKING:
    from ..playing import Player
    from ..stories import Play

OFFICERS = ("lan", "lan", "son")
"""Two letters of three come to Lan."""


class Hands:
    """The people of the office as the stories call on them."""

    def __init__(self, player: Player) -> None:
        self.player, self.staff = player, player.staff

    def officer(self, play: Play) -> User:
        """Who has the case, or the petition."""
        return self.staff.by_id.get(play.item.officer_id) or self.intake_officer(play)

    def intake_officer(self, play: Play) -> User:
        return self.staff[OFFICERS[play.petition.pk % len(OFFICERS)]]

    def settler(self, play: Play) -> User:
        case = play.case
        if case and case.settling_unit_id:
            return self.staff.head_of(self.staff.units_by_id[case.settling_unit_id])
        if case and case.level == 2:
            return self.staff["ha"]
        return self.staff.settler_for(play.petition.field)

    def petition_head(self) -> User:
        return self.staff["binh"]

    def unit(self, play: Play, code: str) -> Unit:
        """The unit of that day: the petition unit has had two names."""
        return play.petition.unit if code == "tcd" else self.staff.units[code]

    def hand_to_officer(self, play: Play, *, on: date) -> None:
        officer, unit = self.intake_officer(play), play.petition.unit
        play.petition.assign(by=self.petition_head(), on=on, unit=unit, officer=officer)

    def subject(self, play: Play, name: str) -> Any:
        """Whoever forwarded a letter is answered about the letter, also once it is a case."""
        return play.petition if name == "report_back" else play.item

    def number_papers(self, play: Play, name: str, *, on: date) -> None:
        """Number and date on the day of the signature; what was signed just now still waits."""
        today = self.player.today
        if on >= self.player.signed_lately and play.ends_with(name, today=today):
            return
        self.number_all(self.subject(play, name), on=on)

    def number_all(self, item: Any, *, on: date) -> None:
        for paper in item.papers_to_number():
            seal = getattr(item, "settling_unit", None)
            number = self.next_number(paper.kind, on, seal.symbol if seal else "SLĐTBXH")
            item.send_out(by=self.staff["mai"], on=on, paper=paper, number=number, dated_on=on)

    def next_number(self, kind: str, on: date, symbol: str) -> str:
        letters = PAPER_SYMBOLS.get(kind, "")
        self.player.numbers[letters, on.year] += 1
        number: Any = self.player.numbers[letters, on.year] + 40
        return f"{number}/{letters}-{symbol}" if letters else f"{number}/{symbol}-TCD"
