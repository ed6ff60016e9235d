"""From one row of the register to the rows that the verbs would have left."""

from __future__ import annotations

from datetime import date
from typing import Any

from ..models import Case, DenunciationEntry, Party, Petition
from ..models.petition.following import HANDLINGS
from ..models.petition.intake import PLAIN_BOOK
from ..models.policy_question import counts_as_petition
from ..models.second_level import second_settler
from ..models.vocabulary import (
    FEEDBACK_KINDS,
    CaseStage,
    Handling,
    Kind,
    Level,
    Outcome,
    PetitionStage,
    Regime,
)
from .clocks import Built, run_clocks
from .petition_columns import SECRET_OF_A_DENOUNCER

PETITION_STAGES = {
    Handling.ACCEPTED: PetitionStage.ACCEPTED,
    Handling.DECLINED: PetitionStage.DECLINED,
    Handling.GUIDED: PetitionStage.GUIDED,
    Handling.FORWARDED: PetitionStage.FORWARDED,
    Handling.SENT_BACK: PetitionStage.SENT_BACK,
    Handling.SHELVED: PetitionStage.SHELVED,
    Handling.JOINED: PetitionStage.JOINED,
}
PLAIN_TEXT = ("incoming_no", "forwarded_by", "title", "content")


class Builder:
    """Builds one line; ``opens_case`` when no earlier line of its vụ việc did."""

    def __init__(self, line: int, row: dict[str, Any], *, office: Any, today: date) -> None:
        self.row, self.office, self.today = row, office, today
        self.sealed = row["kind"] == Kind.DENUNCIATION
        self.question = is_question(row, on=row["received_on"])
        self.handling = Handling.ACCEPTED if self.question else row["handling"] or Handling.PENDING
        self.built = Built(line, self.petition())

    def build(self, *, opens_case: bool) -> Built:
        if self.sealed:
            self.built.entry = self.entry()
        else:
            self.built.party = self.party()
        if opens_case and self.becomes_case:
            self.built.case = self.case()
        run_clocks(self.built, self.row)
        return self.built

    def petition(self) -> Petition:
        row = self.row
        petition = Petition(
            stage=self.petition_stage(),
            sealed=self.sealed,
            kind=row["kind"],
            level=row["level"] or 1,
            category=row["category"] or "",
            regime=self.regime,
            question=self.question,
            channel=row["channel"],
            received_on=row["received_on"],
            registered_on=row["received_on"],
            postmark_on=row["postmark_on"],
            people=row["people"] or 1,
            signers=1 if row["signers"] is None else row["signers"],
            **judged(row, handling=self.handling, sealed=self.sealed, question=self.question),
            handling=self.handling,
            handled_on=self.handled_on(),
            field=row["field"],
            unit=self.office.petition_unit if self.becomes_case else self.unit,
            officer=None if self.becomes_case else row["officer"],
        )
        if not self.sealed:
            petition.commune, petition.sender = row["commune"], row["name"] or ""
            for name in PLAIN_TEXT:
                setattr(petition, name, row[name] or "")
        return petition

    @property
    def regime(self) -> str:
        return self.row["regime"] or Regime.ADMINISTRATIVE

    @property
    def becomes_case(self) -> bool:
        """The petition stays with the petition desk, its case goes to the unit of the line."""
        return not self.sealed and self.handling in (Handling.ACCEPTED, Handling.DECLINED)

    @property
    def unit(self) -> Any:
        return self.row["unit"] or self.office.petition_unit

    def petition_stage(self) -> str:
        if self.sealed:
            return PetitionStage.ENVELOPE
        proposed = self.handling == Handling.ACCEPTED and not self.decided_to_accept()
        if proposed:
            return PetitionStage.PROPOSED
        if self.handling in PETITION_STAGES:
            return PETITION_STAGES[self.handling]
        known = self.row["eligible"] is not None and self.row["competent"] is not None
        return PetitionStage.CLASSIFIED if known else PetitionStage.WAITING

    def decided_to_accept(self) -> bool:
        return self.row["kind"] in FEEDBACK_KINDS or bool(self.row["accepted_on"])

    def handled_on(self) -> date | None:
        if self.handling == Handling.PENDING:
            return None
        row = self.row
        return row["handled_on"] or row["accepted_on"] or row["closed_on"] or row["received_on"]

    def entry(self) -> DenunciationEntry | None:
        """Where the denunciation stands in its own register; nothing before it was handled."""
        row = self.row
        ended = row["closed_on"] or (row["decided_on"] if row["stage"] == "closed" else None)
        if self.handling == Handling.PENDING and not (row["accepted_on"] or ended):
            return None
        return DenunciationEntry(
            accepted_on=row["accepted_on"],
            concluded_on=row["decided_on"],
            outcome=row["outcome"] or "",
            closed_on=ended,
        )

    def party(self) -> Party | None:
        """Who sent it; a letter of somebody unknown has no party."""
        row = self.row
        if not any(row[name] for name in SECRET_OF_A_DENOUNCER):
            return None
        return Party(
            name=row["name"] or "Không rõ họ tên",
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
        return Case.own_kinds[row["kind"]](
            stage=stage,
            regime=self.regime,
            complex=bool(row["complex"]),
            first_decision=row["first_decision"] or "",
            **self.settling(),
            kind=row["kind"],
            level=petition.level,
            title=petition.title,
            sender=petition.sender,
            received_on=petition.received_on,
            field=petition.field,
            unit=self.unit,
            officer=row["officer"],
            remote=bool(petition.commune and petition.commune.remote),
            accepted_on=row["accepted_on"] if complaint else None,
            decided_on=row["decided_on"] or (None if complaint else closed_on),
            closed_on=closed_on,
            outcome=row["outcome"] or ("" if complaint or not closed_on else Outcome.ANSWERED),
        )

    def settling(self) -> dict[str, Any]:
        """Who settles it: under a unit's own seal its head, in its own book; else the Director."""
        unit = self.unit if self.row["own_seal"] else None
        if self.row["kind"] == Kind.COMPLAINT and self.row["level"] == Level.SECOND:
            unit = second_settler(self.regime, on=self.handled_on() or self.today)
        return {"settling_unit": unit, "settler": self.office.settler_of(unit)}

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


def is_question(row: dict[str, Any], *, on: date) -> bool:
    """A policy question is no letter unless the office, or its number, says otherwise."""
    if row["kind"] != Kind.POLICY_QUESTION or counts_as_petition(on=on):
        return False
    answered_here = row["handling"] in (None, Handling.PENDING, Handling.ACCEPTED)
    return answered_here and not (row["code"] or "").startswith(f"{PLAIN_BOOK}-")


def judged(
    row: dict[str, Any], *, handling: str, sealed: bool, question: bool
) -> dict[str, bool | None]:
    """Fit, and ours: as the register says, else as the verbs say of such a letter."""
    fit, ours = (True, True) if question else (None, None)
    if sealed:
        fit, ours = HANDLINGS.get(handling, (None, None))
    return {
        "eligible": fit if row["eligible"] is None else row["eligible"],
        "competent": ours if row["competent"] is None else row["competent"],
    }
