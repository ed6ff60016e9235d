"""What a petition or case waits for, read with its row, and the step that usually comes next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import TextField
from django.db.models.expressions import RawSQL

from portal.people import names
from portal.people.names import name_in

from ..models import Complaint, Feedback, Petition
from ..models.vocabulary import CaseStage, Kind, Level, PaperKind, PetitionStage

PAPERS = dict(PaperKind.choices)
NEXT_OF_CASE = {
    CaseStage.PROPOSED: Complaint.workflow["accept"],
    CaseStage.ACCEPTED: Complaint.workflow["order_verification"],
    CaseStage.VERIFYING: Complaint.workflow["report_findings"],
    CaseStage.DIALOGUE: Complaint.workflow["hold_dialogue"],
    CaseStage.VERIFIED: Complaint.workflow["settle"],
    CaseStage.SUSPENDED: Complaint.workflow["resume"],
    CaseStage.SETTLED: Complaint.workflow["close"],
    CaseStage.HANDLING: Feedback.workflow["answer"],
}


# what a row waits for, in the same statement as the row itself


ON_ITS_WAY = """
    (SELECT concat(step, '|', state, '|', reader_id, '|', prepared_by_id)
    FROM portal_submission
    WHERE stream = concat('{kind}/', citizens_{owner}.code) AND state IN ('open', 'handed_back')
    ORDER BY id DESC LIMIT 1)
"""
WAITS_FOR_NUMBER = """
    (SELECT kind FROM citizens_paper
    WHERE {owner}_id = citizens_{owner}.id AND dated_on IS NULL AND voided_on IS NULL
    ORDER BY id LIMIT 1)
"""


def waits(kind: str, owner: str) -> dict[str, RawSQL]:
    """``submission``: step, state, reader, preparer of the one on its way; ``paper``: its kind.

    Written out, because composing them from objects costs a list more than reading its rows.
    """
    return {
        name: RawSQL(statement.format(kind=kind, owner=owner), (), TextField())  # noqa: S611
        for name, statement in (("submission", ON_ITS_WAY), ("paper", WAITS_FOR_NUMBER))
    }


CASE_WAITS = waits("vu-viec", "case")
PETITION_WAITS = waits("don", "petition")


WAITS_AT_STAGE = {
    "at_stage": RawSQL(
        """
        CASE citizens_case.stage
        WHEN 'dang-xac-minh' THEN
            (SELECT user_id::text FROM citizens_verificationmember
            WHERE case_id = citizens_case.id AND lead ORDER BY id DESC LIMIT 1)
        WHEN 'da-co-quyet-dinh' THEN
            (SELECT 'clerk' FROM citizens_clock WHERE case_id = citizens_case.id
            AND stopped_on IS NULL AND rule IN ('KN_GUI1', 'KN_GUI2') LIMIT 1)
        END
        """,
        (),
        TextField(),
    )
}
"""Who has to move a case that its officer does not: whoever leads its verification, the clerk."""


def waiting_words(row: Mapping[str, Any]) -> str:
    """Whom a submission on its way or a paper without number waits for; '' where none does."""
    if row["submission"]:
        return submission_words(*row["submission"].split("|"))
    return f"Chờ văn thư lấy số: {PAPERS[row['paper']]}" if row["paper"] else ""


def submission_words(step: str, state: str, reader: str, preparer: str) -> str:
    label = STEP_LABELS.get(step, step)
    if state == "handed_back":
        return f"{name_in(names.people, int(preparer))} hoàn thiện: {label}"
    return f"Chờ {name_in(names.holders, int(reader))} duyệt: {label}"


def waits_for(row: Mapping[str, Any]) -> str:
    """Who has to move it now, by name where somebody has it; '' where nobody has."""
    if row["submission"]:
        _, state, reader, preparer = row["submission"].split("|")
        if state == "handed_back":
            return name_in(names.people, int(preparer))
        return name_in(names.holders, int(reader))
    at_stage = row.get("at_stage") or ""
    if at_stage.isdigit():
        return name_in(names.people, int(at_stage))
    if row["paper"] or at_stage:
        return "Văn thư"
    if row["stage"] == PetitionStage.SUPPLEMENT:
        return "Người gửi đơn"
    return name_in(names.people, row["officer"]) or name_in(names.units, row["unit"])


STEP_LABELS = {
    step.name: step.label
    for workflow in (Petition.workflow, Complaint.workflow, Feedback.workflow)
    for step in workflow
}


# the step that usually comes next


def usual_of_case(row: Mapping[str, Any]) -> str:
    step = NEXT_OF_CASE.get(row["stage"])
    return step.title if step else ""


def usual_of_petition(row: Mapping[str, Any]) -> str:
    if row["leading_id"]:
        return "Đi cùng đơn chính"
    if row["stage"] == PetitionStage.SUPPLEMENT:
        return "Chờ người gửi bổ sung"
    if row["stage"] == PetitionStage.CLASSIFIED and not (row["eligible"] and row["competent"]):
        return "Hướng dẫn, chuyển hoặc lưu đơn"
    name = likely_step_of_petition(row)
    return Petition.workflow[name].title if name else ""


def likely_step_of_petition(row: Mapping[str, Any]) -> str:
    """The name of the step; '' where nothing is to be done here."""
    if row["leading_id"]:
        return ""
    if row["stage"] == PetitionStage.WAITING:
        return "classify"
    if row["stage"] != PetitionStage.CLASSIFIED:
        return ""
    if row["eligible"] and row["competent"]:
        if row["kind"] != Kind.COMPLAINT:
            return "entrust"
        return "propose" if row["level"] == Level.FIRST else "open_second_level"
    return "shelve" if row["competent"] else "forward"
