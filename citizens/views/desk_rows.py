"""A petition or a case as one line of a list: whose desk, which limit in words, what comes next."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from django.db.models import Func, OuterRef, Subquery, TextField, Value

from portal.deadlines import FAR_FUTURE, Standing, standing
from portal.people import names
from portal.people.names import name_in
from portal.submissions import Submission
from portal.text import day
from portal.working_days import Calendar, calendar

from ..models import Complaint, Feedback, Paper, PaperKind, Petition
from ..models.vocabulary import CaseStage, Kind, PetitionStage, kind_words

COLUMNS = (
    *("pk", "code", "kind", "level", "title", "sender", "stage", "received_on", "due_key"),
    *("officer", "unit"),
)
CASE_COLUMNS = (*COLUMNS, "closed_on", "paused_from", "petition__commune__name")
PETITION_COLUMNS = (
    *(*COLUMNS, "handled_on", "incoming_no", "eligible", "competent"),
    "commune__name",
)

PAPERS = dict(PaperKind.choices)
CASE_STAGES, PETITION_STAGES = dict(CaseStage.choices), dict(PetitionStage.choices)
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


@dataclass(frozen=True, slots=True)
class DeskRow:
    """What the columns of a list show."""

    code: str
    kind: str
    title: str
    sender: str
    standing: Standing
    stage: str
    holder: str
    next: str
    received_on: date
    due_on: date | None

    @property
    def about(self) -> str:
        """Who sent it and when it came."""
        received = f"nhận\u00a0{day(self.received_on)}"
        return f"{self.sender}, {received}" if self.sender else received


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


# rows as they are shown


def case_rows(found: Iterable[Mapping[str, Any]], *, on: date) -> list[DeskRow]:
    return [
        _row(
            row,
            on=on,
            kind=kind_words(row["kind"], row["level"]) or "Chưa phân loại",
            commune=row["petition__commune__name"],
            done_on=row["closed_on"],
            paused_from=row["paused_from"],
            stage=CASE_STAGES[row["stage"]],
            usual=_usual(NEXT_OF_CASE.get(row["stage"])),
        )
        for row in found
    ]


def petition_rows(found: Iterable[Mapping[str, Any]], *, on: date) -> list[DeskRow]:
    return [
        _row(
            row,
            on=on,
            kind=kind_words(row["kind"], row["level"]) or "Chưa phân loại",
            commune=row["commune__name"],
            done_on=row["handled_on"],
            paused_from=None,
            stage=PETITION_STAGES[row["stage"]],
            usual=usual_of_petition(row),
        )
        for row in found
    ]


def _row(
    row: Mapping[str, Any],
    *,
    on: date,
    kind: str,
    commune: str | None,
    done_on: date | None,
    paused_from: date | None,
    stage: str,
    usual: str,
) -> DeskRow:
    due_on = None if row["due_key"] == FAR_FUTURE else row["due_key"]
    return DeskRow(
        code=row["code"],
        kind=kind,
        title=row["title"] or "Chưa có trích yếu",
        sender=", ".join(filter(None, (row["sender"], commune))),
        standing=standing_of(due_on, done_on, paused_from, on=on),
        stage=stage,
        holder=name_in(names.people, row["officer"]) or name_in(names.units, row["unit"]),
        next=next_words(row["submission"], row["paper"], usual),
        received_on=row["received_on"],
        due_on=due_on,
    )


def standing_of(
    due_on: date | None, done_on: date | None, paused_from: date | None, *, on: date
) -> Standing:
    """A limit that still runs is shown even where the matter is done: its paper is awaited."""
    if due_on is not None and paused_from is None:
        return _counted(due_on, on, _Same(calendar()))
    if done_on is not None:
        words = f"Xong {day(done_on)}"
        return Standing("done", words, words, done_on)
    return standing(None, as_of=on, calendar=calendar(), paused_from=paused_from)


class _Same:
    """A calendar as a key: the same object is the same calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar

    def __hash__(self) -> int:
        return id(self.calendar)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.calendar is self.calendar


@lru_cache(maxsize=2048)
def _counted(due_on: date, on: date, same: _Same) -> Standing:
    return standing(due_on, as_of=on, calendar=same.calendar)


# what comes next, and who is waited for


def next_words(submission: str | None, paper: str | None, usual: str) -> str:
    if submission:
        return submission_words(*submission.split("|"))
    if paper:
        return f"Chờ văn thư lấy số: {PAPERS.get(paper, paper)}"
    return usual


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


def usual_of_petition(row: Mapping[str, Any]) -> str:
    if row["stage"] == PetitionStage.SUPPLEMENT:
        return "Chờ người gửi bổ sung"
    if row["stage"] == PetitionStage.WAITING:
        return _usual(Petition.workflow["classify"])
    if row["stage"] != PetitionStage.CLASSIFIED:
        return ""
    if not (row["eligible"] and row["competent"]):
        return "Hướng dẫn, chuyển hoặc lưu đơn"
    return _usual(Petition.workflow["propose" if row["kind"] == Kind.COMPLAINT else "entrust"])


def _usual(step: Any) -> str:
    return step.title if step else ""
