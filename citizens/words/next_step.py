"""What a petition or case waits for, read with its row, and the step that usually comes next."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.db.models import Func, OuterRef, Subquery, TextField, Value

from portal.people import names
from portal.people.names import name_in
from portal.submissions import Submission

from ..models import Complaint, Feedback, Paper, Petition
from ..models.vocabulary import CaseStage, Kind, PaperKind, PetitionStage

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


BLANK = Value("|")
JOINED: dict[str, Any] = {"function": "concat", "output_field": TextField()}


def waits(stream_kind: str, owner: str) -> dict[str, Subquery]:
    """``submission``: step, state, reader, preparer of the one on its way; ``paper``: its kind."""
    stream = Func(Value(f"{stream_kind}/"), OuterRef("code"), **JOINED)
    on_its_way = Submission.objects.filter(stream=stream, state__in=("open", "handed_back"))
    told = Func("step", BLANK, "state", BLANK, "reader", BLANK, "prepared_by", **JOINED)
    papers = Paper.objects.waiting().filter(**{owner: OuterRef("pk")})
    return {
        "submission": Subquery(on_its_way.order_by("-pk").values(told=told)[:1]),
        "paper": Subquery(papers.values("kind")[:1]),
    }


CASE_WAITS = waits("vu-viec", "case")
PETITION_WAITS = waits("don", "petition")


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
    if row["stage"] == PetitionStage.SUPPLEMENT:
        return "Chờ người gửi bổ sung"
    if row["stage"] == PetitionStage.CLASSIFIED and not (row["eligible"] and row["competent"]):
        return "Hướng dẫn, chuyển hoặc lưu đơn"
    name = likely_step_of_petition(row)
    return Petition.workflow[name].title if name else ""


def likely_step_of_petition(row: Mapping[str, Any]) -> str:
    """The name of the step; '' where nothing is to be done here."""
    if row["stage"] == PetitionStage.WAITING:
        return "classify"
    if row["stage"] != PetitionStage.CLASSIFIED:
        return ""
    if row["eligible"] and row["competent"]:
        return "propose" if row["kind"] == Kind.COMPLAINT else "entrust"
    return "shelve" if row["competent"] else "forward"
