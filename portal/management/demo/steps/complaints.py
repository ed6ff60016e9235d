"""Steps of a complaint, the straight way (domain: §2.3)."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from citizens.models import Publication
from citizens.models.side_records import RefusalGround

from .hands import Hands

if TYPE_CHECKING:
    from ..stories import Play


class ComplaintSteps(Hands):
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
        later = {step[0]: step for _, step in play.steps}
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

    def send_out(self, play: Play, text: str, facts: dict, on: date) -> None:
        """The envelope: a decision is served on the complainant and those the law names."""
        self.number_papers(play, on=on)
        if play.case and play.case.decided_on and play.case.kind == "khieu_nai":
            way = "Gửi bưu chính bảo đảm, có báo phát"
            play.case.serve(by=self.staff["mai"], on=on, served_on=on, way=way)

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
