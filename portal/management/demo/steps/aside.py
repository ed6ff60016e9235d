"""Side steps of a complaint, answers to feedback, notes and instructions."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from portal.instructions import instruct
from portal.working_days import calendar

from .hands import Hands

if TYPE_CHECKING:
    from ..stories import Play


class SideSteps(Hands):
    def mark_complex(self, play: Play, text: str, facts: dict, on: date) -> None:
        criterion = facts["criterion"]
        play.case.mark_complex(criterion=criterion, ground=text, **self.settled(play, text, on))

    def suspend(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.suspend(ground=facts["ground"], reason=text, **self.settled(play, text, on))

    def resume(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.resume(**self.settled(play, text, on))

    def terminate(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.terminate(ground=facts["ground"], reason=text, **self.settled(play, text, on))

    def withdraw(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.withdraw(by=self.officer(play), on=on, stated_on=on, form="don")

    def withdraw_part(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.withdraw_part(
            by=self.officer(play), on=on, stated_on=on, form="bien_ban", content=text
        )


class CommonSteps(Hands):
    def answer(self, play: Play, text: str, facts: dict, on: date) -> None:
        head, officer = self.staff.head_of(play.case.unit), self.officer(play)
        prepared_by = None if officer == head else officer
        play.case.answer(by=head, on=on, conclusion=text, prepared_by=prepared_by, draft=text)

    def note(self, play: Play, text: str, facts: dict, on: date) -> None:
        item = play.case or play.petition
        item.write(by=self.officer(play), on=on, text=text, to_citizen=facts.get("to") == "citizen")

    def instruct(self, play: Play, text: str, facts: dict, on: date) -> None:
        unit = self.unit(play, facts["unit"], on=on)
        given = instruct(
            by=self.settler(play),
            on=on,
            text=text,
            unit=unit,
            due_on=calendar().on_or_after(on + timedelta(days=facts["due"])),
            subject=play.case or play.petition,
        )
        reported_on = calendar().on_or_after(on + timedelta(days=facts["report"]))
        head, answer = self.staff.head_of(unit), play.words(facts["answer"])
        self.player.at(reported_on, lambda on: given.answer(by=head, on=on, text=answer))
        closed_on = calendar().add(reported_on, 1)
        self.player.at(closed_on, lambda on: given.close(by=given.given_by, on=on))
