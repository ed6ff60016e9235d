"""What the steps of a story mean: which verb, by whom, with which words."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from citizens.models import Publication
from citizens.models.paper import SYMBOLS
from citizens.models.side_records import RefusalGround
from portal.instructions import instruct
from portal.people import Unit, User
from portal.working_days import calendar

if TYPE_CHECKING:
    from .playing import Player
    from .stories import Play

OFFICERS = ("lan", "lan", "son")
"""Two letters of three come to Lan."""


class Steps:
    """One method a step, named as in the story; each takes the play, its words and facts."""

    def __init__(self, player: Player) -> None:
        self.player, self.staff = player, player.staff

    def take(self, play: Play, step: list[Any], *, on: date) -> None:
        name, text, facts = (*step, "", {})[0], "", {}
        if len(step) > 1:
            text = play.words(step[1])
        if len(step) > 2:
            facts = step[2]
        getattr(self, name)(play, text, facts, on)
        if name not in ("send_out", "note"):
            self.number_papers(play, on=on)

    # people and places

    def officer(self, play: Play) -> User:
        """Who has the case, or the petition."""
        item = play.case or play.petition
        return item.officer or self.staff[OFFICERS[item.pk % len(OFFICERS)]]

    def settler(self, play: Play) -> User:
        return self.staff.settler_for(play.petition.field)

    def petition_head(self) -> User:
        return self.staff["binh"]

    def unit(self, play: Play, code: str, *, on: date) -> Unit:
        """The unit of that day: the petition unit has had two names."""
        if code == "tcd":
            return play.petition.unit
        return self.staff.units[code]

    def hand_to_officer(self, play: Play, *, on: date) -> None:
        officer = self.staff[OFFICERS[play.petition.pk % len(OFFICERS)]]
        play.petition.assign(
            by=self.petition_head(), on=on, unit=play.petition.unit, officer=officer
        )

    def after(self, play: Play, days: int) -> date:
        return calendar().on_or_after(play.start + timedelta(days=days))

    # petitions

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

    def decided(self, play: Play, text: str, on: date) -> dict[str, Any]:
        by, prepared_by = self.petition_head(), self.officer(play)
        return {"by": by, "on": on, "prepared_by": prepared_by, "draft": text}

    def join(self, play: Play, text: str, facts: dict, on: date) -> None:
        case = self.player.cases[f"{play.story['joins']}/0"]
        play.petition.join(by=self.officer(play), on=on, case=case)

    # complaints

    def accept(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.accept(by=self.settler(play), on=on, prepared_by=self.officer(play))

    def decline(self, play: Play, text: str, facts: dict, on: date) -> None:
        ground = RefusalGround(facts["ground"]).label
        play.case.decline(ground=ground, reason=text, **self.settled(play, text, on))

    def assign(self, play: Play, text: str, facts: dict, on: date) -> None:
        unit, officer = self.unit(play, facts["unit"], on=on), self.staff[facts["officer"]]
        play.case.assign(by=self.settler(play), on=on, unit=unit, officer=officer)

    def order_verification(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.order_verification(
            lead=self.staff[facts["lead"]],
            members=[self.staff[name] for name in facts["team"]],
            days=facts["days"],
            content=text,
            **self.settled(play, text, on),
        )

    def report_findings(self, play: Play, text: str, facts: dict, on: date) -> None:
        later = dict((step[0], step) for _, step in play.steps)
        outcome = later["settle"][2]["outcome"] if "settle" in later else "sai"
        lead = later["order_verification"][2]["lead"]
        play.case.report_findings(
            by=self.staff[lead], on=on, text=text, proposal=outcome, differs="invite" in later
        )

    def invite(self, play: Play, text: str, facts: dict, on: date) -> None:
        held_on = self.after(play, facts["at"])
        play.case.invite(held_on=held_on, place="Phòng họp 2", **self.settled(play, text, on))

    def hold_dialogue(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.hold_dialogue(by=self.settler(play), on=on, held_on=on, minutes=text)

    def settle(self, play: Play, text: str, facts: dict, on: date) -> None:
        signed = {**self.settled(play, text, on), "by": self.staff["ha"]}
        play.case.settle(outcome=facts["outcome"], conclusion=text, **signed)

    def settled(self, play: Play, text: str, on: date) -> dict[str, Any]:
        officer = self.officer(play)
        return {"by": self.settler(play), "on": on, "prepared_by": officer, "draft": text}

    def publicise(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.publicise(
            by=self.staff["mai"],
            on=on,
            form=Publication.Form.PORTAL,
            start_on=on,
            until=on + timedelta(days=20),
        )

    def close(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.close(by=self.officer(play), on=on)

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

    # feedback, and what all have in common

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

    # the clerk

    def number_papers(self, play: Play, *, on: date) -> None:
        """Number and date on the day of the signature; what was signed today still waits."""
        if on == self.player.today:
            return
        for item in filter(None, (play.petition, play.case)):
            for paper in item.papers_to_number():
                number = self.next_number(paper.kind, on)
                item.send_out(
                    by=self.staff["mai"], on=on, paper=paper, number=number, dated_on=on
                )

    def next_number(self, kind: str, on: date) -> str:
        letters = SYMBOLS.get(kind, "")
        self.player.numbers[letters, on.year] += 1
        number = self.player.numbers[letters, on.year] + 40
        return f"{number}/{letters}-SLĐTBXH" if letters else f"{number}/SLĐTBXH-TCD"

    def send_out(self, play: Play, text: str, facts: dict, on: date) -> None:
        """The envelope: a decision is served on the complainant and those the law names."""
        self.number_papers(play, on=on)
        if play.case and play.case.decided_on and play.case.kind == "khieu_nai":
            way = "Gửi bưu chính bảo đảm, có báo phát"
            play.case.serve(by=self.staff["mai"], on=on, served_on=on, way=way)
