"""Three of the envelopes are taken up: one is read, one is verified, one is concluded."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from citizens.models import Denunciation, Petition
from portal.working_days import calendar

from .office import Staff, read

SIGNER, OFFICER = "ha", "lan"


def fill(staff: Staff, *, today: date) -> None:
    letters = Petition.objects.filter(sealed=True, stage="giu-bi-mat").order_by("received_on", "pk")
    for letter, told in zip(letters, read("denunciations.toml")["cases"], strict=False):
        Course(staff, letter, told, today=today).go()


class Course:
    """One denunciation, step by step, never later than today."""

    def __init__(
        self, staff: Staff, letter: Petition, told: dict[str, Any], *, today: date
    ) -> None:
        self.staff, self.letter, self.told, self.today = staff, letter, told, today
        self.on = letter.received_on

    def go(self) -> None:
        self.case = self.letter.examine(
            by=self.staff[OFFICER],
            on=self.on,
            level=1,
            category="hanh_chinh",
            field=self.letter.field,
            denounced=self.told["denounced"],
            contents=self.told["contents"],
        )
        for step in self.told["steps"]:
            self.on = min(calendar().on_or_after(self.on + timedelta(days=1)), self.today)
            getattr(self, step)(self.case)

    def send(self, case: Denunciation) -> None:
        for paper in case.papers.waiting():
            number = f"{paper.pk:02d}/TC"
            by = self.staff[OFFICER]
            case.send_out(by=by, on=self.on, paper=paper, number=number, dated_on=self.on)

    def accept(self, case: Denunciation) -> None:
        case.assign(by=self.staff[OFFICER], on=self.on, officer=self.staff[OFFICER])
        case.accept(by=self.staff[SIGNER], on=self.on, prepared_by=self.staff[OFFICER])
        self.send(case)

    def notify(self, case: Denunciation) -> None:
        case.notify(by=self.staff[SIGNER], on=self.on, prepared_by=self.staff[OFFICER])
        self.send(case)

    def verify(self, case: Denunciation) -> None:
        case.order_verification(
            by=self.staff[SIGNER],
            on=self.on,
            lead=self.staff[self.told["lead"]],
            members=[self.staff[OFFICER]],
            days=10,
        )
        self.send(case)

    def report(self, case: Denunciation) -> None:
        lead, text = self.staff[self.told["lead"]], self.told["found"]
        case.report_findings(by=lead, on=self.on, text=text, proposal="dung_mot_phan")

    def conclude(self, case: Denunciation) -> None:
        judged = dict.fromkeys(case.allegations.values_list("pk", flat=True), "dung_mot_phan")
        case.conclude(
            by=self.staff[SIGNER],
            on=self.on,
            outcome="dung_mot_phan",
            judgements=judged,
            text=self.told["concluded"],
            responsibility=self.told["responsibility"],
        )
        self.send(case)

    def act(self, case: Denunciation) -> None:
        by, content = self.staff[OFFICER], self.told["measure"]
        case.act_on(by=by, on=self.on, kind="khac", content=content, ordered_on=self.on)

    def protect(self, case: Denunciation) -> None:
        facts = {"protects": "viec_lam", "people": 1, "requested_on": self.on}
        case.protect(by=self.staff[OFFICER], on=self.on, **facts)
