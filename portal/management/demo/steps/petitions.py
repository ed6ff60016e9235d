"""Steps of a petition (domain: §2.2)."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from .hands import Hands

if TYPE_CHECKING:
    from ..stories import Play


class PetitionSteps(Hands):
    def classify(self, play: Play, text: str, facts: dict, on: date) -> None:
        officer = self.officer(play)
        if play.petition.officer_id is None:
            self.hand_to_officer(play, on=on)
        play.petition.classify(
            by=officer,
            on=on,
            kind=play.story["kind"],
            eligible=facts.get("eligible", True),
            competent=facts.get("competent", True),
        )
        if text:
            play.petition.write(by=officer, on=on, text=text)

    def request_supplement(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.petition.request_supplement(by=self.officer(play), on=on, missing=text)

    def propose(self, play: Play, text: str, facts: dict, on: date) -> None:
        officer = self.officer(play)
        play.case = play.petition.propose(
            by=officer, on=on, unit=play.petition.unit, officer=officer, summary=text
        )
        self.player.cases[play.key] = play.case

    def entrust(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case = play.petition.entrust(
            by=self.petition_head(),
            on=on,
            unit=self.unit(play, facts["unit"], on=on),
            officer=self.staff[facts["officer"]],
            prepared_by=self.officer(play),
            draft=text,
        )
        self.player.cases[play.key] = play.case

    def guide(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.petition.guide(addressee=facts["to"], ground=text, **self.decided(play, text, on))

    def forward(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.petition.forward(addressee=facts["to"], ground=text, **self.decided(play, text, on))

    def send_back(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.petition.send_back(ground=text, **self.decided(play, text, on))

    def shelve(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.petition.shelve(ground=text, **self.decided(play, text, on))

    def join(self, play: Play, text: str, facts: dict, on: date) -> None:
        case = self.player.cases[f"{play.story['joins']}/0"]
        play.petition.join(by=self.officer(play), on=on, case=case)
