"""From one row of the register to the rows that the verbs would have left."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from portal.deadlines import FAR_FUTURE, DeadlineError

from .. import statutes
from ..models import Assignment, Case, Clock, Matter, Party, Petition
from ..models.complaint import Complaint
from ..models.desk_item import INFORMATIVE_CLOCKS
from ..models.feedback import Feedback
from ..models.vocabulary import (
    FEEDBACK_KINDS,
    CaseStage,
    Handling,
    Kind,
    Outcome,
    PetitionStage,
)

PETITION_STAGES = {
    Handling.ACCEPTED: PetitionStage.ACCEPTED,
    Handling.DECLINED: PetitionStage.DECLINED,
    Handling.GUIDED: PetitionStage.GUIDED,
    Handling.FORWARDED: PetitionStage.FORWARDED,
    Handling.SENT_BACK: PetitionStage.SENT_BACK,
    Handling.SHELVED: PetitionStage.SHELVED,
    Handling.JOINED: PetitionStage.JOINED,
}
PLAIN_TEXT = ("incoming_no", "forwarded_by", "title", "content", "category")


class Misdated(Exception):
    """A date for which the law knows no period: (column, sentence)."""


@dataclass
class Built:
    """The unsaved rows of one line."""

    line: int
    petition: Petition
    party: Party | None = None
    matter: Matter | None = None
    case: Case | None = None
    assignments: list[Assignment] = field(default_factory=list)
    clocks: list[Clock] = field(default_factory=list)
    warning: tuple[str, str] | None = None


class Builder:
    """Builds one line; ``opens_case`` when no earlier line of its vụ việc did."""

    def __init__(self, line: int, row: dict[str, Any], *, office: Any, today: date) -> None:
        self.row, self.office, self.today = row, office, today
        self.sealed = row["kind"] == Kind.DENUNCIATION
        self.handling = row["handling"] or Handling.PENDING
        self.built = Built(line, self.petition())

    def build(self, *, opens_case: bool) -> Built:
        if not self.sealed:
            self.built.party = self.party()
        if opens_case and self.handling in (Handling.ACCEPTED, Handling.DECLINED):
            self.built.case = self.case()
        self.run_clocks()
        self.keep_entered_due()
        self.set_due_keys()
        return self.built

    def petition(self) -> Petition:
        row = self.row
        petition = Petition(
            stage=self.petition_stage(),
            sealed=self.sealed,
            kind=row["kind"],
            level=row["level"] or 1,
            channel=row["channel"],
            received_on=row["received_on"],
            registered_on=row["received_on"],
            postmark_on=row["postmark_on"],
            people=row["people"] or 1,
            signers=1 if row["signers"] is None else row["signers"],
            eligible=row["eligible"],
            competent=row["competent"],
            handling=self.handling,
            handled_on=self.handled_on(),
            field=row["field"],
            unit=row["unit"] or self.office.petition_unit,
            officer=row["officer"],
        )
        if not self.sealed:
            petition.commune, petition.sender = row["commune"], row["name"]
            for name in PLAIN_TEXT:
                setattr(petition, name, row[name] or "")
        return petition

    def petition_stage(self) -> str:
        if self.handling == Handling.ACCEPTED and not self.decided_to_accept():
            return PetitionStage.PROPOSED
        if self.handling in PETITION_STAGES:
            return PETITION_STAGES[self.handling]
        if self.sealed:
            return PetitionStage.ENVELOPE
        known = self.row["eligible"] is not None and self.row["competent"] is not None
        return PetitionStage.CLASSIFIED if known else PetitionStage.WAITING

    def decided_to_accept(self) -> bool:
        return self.row["kind"] in FEEDBACK_KINDS or bool(self.row["accepted_on"])

    def handled_on(self) -> date | None:
        if self.handling == Handling.PENDING:
            return None
        row = self.row
        return row["handled_on"] or row["accepted_on"] or row["closed_on"] or row["received_on"]

    def party(self) -> Party:
        row = self.row
        return Party(
            name=row["name"],
            gender=row["gender"] or "",
            birth_year=row["birth_year"],
            id_number=row["id_number"] or "",
            phone=row["phone"] or "",
            email=row["email"] or "",
            address=row["address"] or "",
            commune=row["commune"],
        )

    def case(self) -> Case:
        row, petition = self.row, self.built.petition
        complaint = row["kind"] == Kind.COMPLAINT
        stage, closed_on = self.complaint_end() if complaint else self.feedback_end()
        return (Complaint if complaint else Feedback)(
            stage=stage,
            kind=row["kind"],
            level=petition.level,
            title=petition.title,
            sender=petition.sender,
            received_on=petition.received_on,
            field=petition.field,
            unit=petition.unit,
            officer=petition.officer,
            settler=self.office.settler,
            remote=bool(petition.commune and petition.commune.remote),
            accepted_on=row["accepted_on"] if complaint else None,
            decided_on=row["decided_on"] or (None if complaint else closed_on),
            closed_on=closed_on,
            outcome=row["outcome"] or ("" if complaint or not closed_on else Outcome.ANSWERED),
        )

    def complaint_end(self) -> tuple[str, date | None]:
        row = self.row
        if self.handling == Handling.DECLINED:
            return CaseStage.DECLINED, row["closed_on"] or self.handled_on()
        if row["outcome"] in (Outcome.WITHDRAWN, Outcome.TERMINATED):
            return CaseStage.TERMINATED, row["closed_on"] or row["decided_on"]
        if row["decided_on"] and (row["closed_on"] or row["stage"] == "closed"):
            return CaseStage.ENDED, row["closed_on"] or row["decided_on"]
        if row["decided_on"]:
            return CaseStage.SETTLED, None
        return (CaseStage.ACCEPTED if row["accepted_on"] else CaseStage.PROPOSED), None

    def feedback_end(self) -> tuple[str, date | None]:
        row = self.row
        ended_on = row["decided_on"] or row["closed_on"]
        if row["outcome"] in (Outcome.WITHDRAWN, Outcome.TERMINATED):
            return CaseStage.TERMINATED, ended_on
        if ended_on or row["stage"] == "closed":
            return CaseStage.ANSWERED, ended_on or self.handled_on()
        return CaseStage.HANDLING, None

    # the clocks that would have run

    def run_clocks(self) -> None:
        received, petition, case = self.row["received_on"], self.built.petition, self.built.case
        if self.sealed:
            self.start(petition, "TC_XLBD", received, until=petition.handled_on)
            return
        for rule in ("DON_XL", "DON_45"):
            self.start_known(petition, rule, received, until=petition.handled_on)
        if case is None:
            if petition.kind == Kind.COMPLAINT and petition.stage == PetitionStage.CLASSIFIED:
                self.start(petition, "KN_THU_LY", received)
        elif petition.kind == Kind.COMPLAINT:
            self.run_complaint(case)
        else:
            self.start(case, "PAKN_TRA_LOI", received, until=case.closed_on)

    def run_complaint(self, case: Case) -> None:
        until = case.accepted_on or case.closed_on
        self.start(case, "KN_THU_LY", case.received_on, until=until)
        if case.accepted_on:
            rule = "KN_GQ2" if case.level == 2 else "KN_GQ1"
            until = case.decided_on or case.closed_on
            self.start(case, rule, case.accepted_on, until=until, remote=case.remote)
        if case.decided_on and case.stage in (CaseStage.SETTLED, CaseStage.ENDED):
            serving = "KN_GUI2" if case.level == 2 else "KN_GUI1"
            self.start(case, serving, case.decided_on, until=case.closed_on)
            self.start_known(case, "KN_CONG_KHAI", case.decided_on, until=case.closed_on)
            self.start(
                case, "KN_HIEU_LUC", case.decided_on, until=case.closed_on, remote=case.remote
            )

    def start_known(self, item: Any, rule: str, on: date, *, until: date | None) -> None:
        if statutes.RULES[rule].versions[0].since <= on:
            self.start(item, rule, on, until=until)

    def start(
        self, item: Any, rule: str, on: date, *, until: date | None = None, **variants: Any
    ) -> None:
        try:
            clock = Clock.prepare(rule, on=on, **variants)
        except DeadlineError as refusal:
            raise Misdated("received_on", str(refusal)) from refusal
        clock.stopped_on = until
        clock.item = item
        self.built.clocks.append(clock)

    def keep_entered_due(self) -> None:
        """``due_on`` is kept as entered; when the law gives another day, a warning says so."""
        entered = self.row["due_on"]
        duties = [clock for clock in self.built.clocks if clock.rule not in INFORMATIVE_CLOCKS]
        if not entered or not duties:
            return
        clock = next(
            (each for each in reversed(duties) if each.rule.startswith(("KN_GQ", "PAKN"))),
            duties[0],
        )
        if clock.due != entered:
            self.built.warning = ("due_on", "Hạn trong sổ khác hạn tính theo luật; giữ hạn trong sổ.")
        clock.entered_due = clock.due = entered
        clock.nominal = None

    def set_due_keys(self) -> None:
        for item in (self.built.petition, self.built.case):
            if item is not None:
                dues = [
                    clock.due
                    for clock in self.built.clocks
                    if clock.item is item and clock.is_open and clock.rule not in INFORMATIVE_CLOCKS
                ]
                item.due_key = min(dues, default=FAR_FUTURE)
