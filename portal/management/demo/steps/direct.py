"""Steps that whoever takes them does alone: intake, verification, dialogue, what the clerk does."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from citizens.models import Publication
from portal.instructions import instruct
from portal.working_days import calendar

from .hands import Hands

if TYPE_CHECKING:
    from ..stories import Play


class IntakeSteps(Hands):
    def classify(self, play: Play, text: str, facts: dict, on: date) -> None:
        if play.petition.question:
            return
        if play.petition.officer_id is None:
            self.hand_to_officer(play, on=on)
        officer, kind = self.officer(play), play.story["kind"]
        book = "KN" if kind == "khieu_nai" else "KNPA"
        play.petition.classify(
            by=officer,
            on=on,
            kind=kind,
            eligible=facts.get("eligible", True),
            competent=facts.get("competent", True),
            category=play.petition.field.column(book, as_of=play.start),
            level=play.story.get("level", 1),
            regime=play.story.get("regime", "hanh_chinh"),
        )
        if text:
            play.petition.write(by=officer, on=on, text=text)

    def request_supplement(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.petition.request_supplement(by=self.officer(play), on=on, missing=text)

    def propose(self, play: Play, text: str, facts: dict, on: date) -> None:
        officer, unit = self.officer(play), play.petition.unit
        own_seal = facts.get("own_seal", False)
        to = {"unit": unit, "officer": officer}
        if own_seal:
            to = {"unit": self.unit(play, facts["unit"]), "officer": self.staff[facts["officer"]]}
        case = play.petition.propose(by=officer, on=on, summary=text, under_own_seal=own_seal, **to)
        self.player.opened(play, case)

    def open_second_level(self, play: Play, text: str, facts: dict, on: date) -> None:
        """In a short telling the first level lies before the beginning: its paper is named."""
        first = self.player.cases.get(f"{play.story['second_of']}/0")
        named = {"first_case": first} if first else {"first_decision": facts["first"]}
        case = play.petition.open_second_level(
            by=self.officer(play),
            on=on,
            summary=text,
            unit=self.unit(play, facts["unit"]),
            officer=self.staff[facts["officer"]],
            **named,
        )
        self.player.opened(play, case)

    def split(self, play: Play, text: str, facts: dict, on: date) -> None:
        """What was split off belongs to somebody else: it goes there, and who sent it hears."""
        officer, head = self.officer(play), self.petition_head()
        part = play.petition.split(by=officer, on=on, title=facts["title"], content=text)
        kind = {"kind": "kien_nghi", "eligible": True, "competent": False}
        part.classify(by=officer, on=on, **kind)
        to, why = facts["to"], facts["why"]
        part.forward(by=head, prepared_by=officer, on=on, addressee=to, ground=why, draft=why)
        self.number_all(part, on=on)
        told = f"Sở đã chuyển nội dung này đến {to}."
        part.report_back(by=head, prepared_by=officer, on=on, ground=told, draft=told)
        self.number_all(part, on=on)

    def record_reply(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.petition.record_reply(
            by=self.officer(play),
            on=on,
            body=facts["from"],
            number=facts["number"],
            dated_on=calendar().subtract(on, 2),
            content=text,
        )

    def flag(self, play: Play, text: str, facts: dict, on: date) -> None:
        answerable = self.staff[facts["answerable"]]
        leader = self.staff["ha"]
        play.case.flag(by=leader, on=on, kind=facts["kind"], reason=text, answerable=answerable)

    def join(self, play: Play, text: str, facts: dict, on: date) -> None:
        case = self.player.cases[f"{play.story['joins']}/0"]
        play.petition.join(by=self.officer(play), on=on, case=case)

    def assign(self, play: Play, text: str, facts: dict, on: date) -> None:
        unit, officer = self.unit(play, facts["unit"]), self.staff[facts["officer"]]
        play.case.assign(by=self.settler(play), on=on, unit=unit, officer=officer)

    def note(self, play: Play, text: str, facts: dict, on: date) -> None:
        to_citizen = facts.get("to") == "citizen"
        play.item.write(by=self.officer(play), on=on, text=text, to_citizen=to_citizen)

    def instruct(self, play: Play, text: str, facts: dict, on: date) -> None:
        unit = self.unit(play, facts["unit"])
        given = instruct(
            by=self.staff[facts["by"]] if "by" in facts else self.settler(play),
            on=on,
            text=text,
            unit=unit,
            due_on=calendar().on_or_after(on + timedelta(days=facts["due"])),
            subject=play.item,
        )
        reported_on = calendar().on_or_after(on + timedelta(days=facts["report"]))
        head, answer = self.staff.head_of(unit), play.words(facts["answer"])
        self.player.at(reported_on, lambda on: given.answer(by=head, on=on, text=answer))
        closed_on = calendar().add(reported_on, 1)
        self.player.at(closed_on, lambda on: given.close(by=given.given_by, on=on))


class ComplaintSteps(Hands):
    def report_findings(self, play: Play, text: str, facts: dict, on: date) -> None:
        later = {step[0]: step for _, step in play.steps}
        usual = "cong_nhan" if play.case.level == 2 else "sai"
        outcome = later["settle"][2]["outcome"] if "settle" in later else usual
        lead = later["order_verification"][2]["lead"]
        play.case.report_findings(
            by=self.staff[lead], on=on, text=text, proposal=outcome, differs="invite" in later
        )

    def hold_dialogue(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.hold_dialogue(by=self.settler(play), on=on, held_on=on, minutes=text)

    def withdraw(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.withdraw(by=self.officer(play), on=on, stated_on=on, form="don")

    def withdraw_part(self, play: Play, text: str, facts: dict, on: date) -> None:
        play.case.withdraw_part(
            by=self.officer(play), on=on, stated_on=on, form="bien_ban", content=text
        )

    def send_out(self, play: Play, text: str, facts: dict, on: date) -> None:
        """The envelope: a decision is served on the complainant and those the law names."""
        self.number_papers(play, "send_out", on=on)
        if play.case and play.case.decided_on and play.case.kind == "khieu_nai":
            way = "Bưu chính bảo đảm"
            play.case.serve(by=self.staff["mai"], on=on, served_on=on, way=way)

    def publicise(self, play: Play, text: str, facts: dict, on: date) -> None:
        until = on + timedelta(days=20)
        play.case.publicise(
            by=self.staff["mai"], on=on, form=Publication.Form.PORTAL, start_on=on, until=until
        )

    def close(self, play: Play, text: str, facts: dict, on: date) -> None:
        """Not before the decision is in effect, whatever the story says."""
        waiting = play.case.clocks.open().filter(rule="KN_HIEU_LUC").first()
        if waiting and waiting.due >= on:
            later = calendar().add(waiting.due, 1)
            self.player.at(later, lambda on: self.close(play, text, facts, on))
        else:
            play.case.close(by=self.officer(play), on=on)
