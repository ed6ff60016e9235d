"""The step that comes next for one reader, or in words whom it waits for."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from types import SimpleNamespace
from typing import Any

from ..models import Case, Petition
from ..models.vocabulary import OPEN_PETITION_STAGES, CaseStage, Level
from ..statutes import PROCEDURES
from ..words.next_step import (
    NEXT_OF_CASE,
    likely_step_of_petition,
    usual_of_petition,
    waiting_words,
)


def next_of_petition(row: Mapping[str, Any], user: Any, *, on: date) -> tuple[str, Any]:
    if waits := waiting_words(row):
        return waits, None
    if row["stage"] not in OPEN_PETITION_STAGES:
        return report_back(row, user, on=on)
    usual, name = usual_of_petition(row), likely_step_of_petition(row)
    subject = SimpleNamespace(**row)
    return _open(Petition.workflow, name, subject, user, on=on, usual=usual)


def report_back(row: Mapping[str, Any], user: Any, *, on: date) -> tuple[str, Any]:
    """Handled letters stand on a desk for nothing else."""
    step, subject = Petition.workflow["report_back"], SimpleNamespace(**row)
    mine = step.may_take(user, subject, on=on) or step.may_prepare(user, subject, on=on)
    return ("", step) if mine else (step.title, None)


def next_of_case(row: Mapping[str, Any], user: Any, *, on: date) -> tuple[str, Any]:
    workflow = Case.own_kinds[row["kind"]].workflow
    subject = SimpleNamespace(**row)
    if row["submission"] or _waits_for_its_paper(row):
        return waiting_words(row), None
    if row["stage"] == CaseStage.VERIFYING:
        step = workflow["report_findings"]
        return ("", step) if row["lead"] else ("Tổ xác minh đang làm việc", None)
    return _open(workflow, _step_of_case(row), subject, user, on=on)


def _waits_for_its_paper(row: Mapping[str, Any]) -> bool:
    """What follows is counted from a date that the clerk has not written yet (decision 0001)."""
    dated = {
        CaseStage.ACCEPTED: row["accepted_on"],
        CaseStage.SETTLED: row["decided_on"],
        CaseStage.SUSPENDED: row["paused_from"],
    }
    return bool(row["paper"]) and not dated.get(row["stage"], row["stage"] in NEXT_OF_CASE)


def _step_of_case(row: Mapping[str, Any]) -> str:
    if row["stage"] == CaseStage.VERIFIED and talks_first(row) and not row["talked"]:
        return "invite"
    if row["stage"] == CaseStage.SETTLED:
        return after_decision(row)
    step = NEXT_OF_CASE.get(row["stage"])
    return step.name if step else ""


def after_decision(row: Mapping[str, Any]) -> str:
    """Sent, made public, ordered to be carried out once in effect, carried out, closed."""
    if row["unserved"]:
        return "serve"
    if row["unpublished"]:
        return "publicise"
    if row["unenforced"]:
        return "enforce"
    return "close" if row["carried_out"] else "carry_out"


def talks_first(row: Mapping[str, Any]) -> bool:
    always = PROCEDURES[row["regime"]].dialogue_always
    return always or row["level"] == Level.SECOND or row["differs"]


def _open(
    workflow: Any, name: str, subject: Any, user: Any, *, on: date, usual: str = ""
) -> tuple[str, Any]:
    """The step for whoever may take or prepare it; an unassigned one is assigned first."""
    if name not in workflow:
        return usual, None
    step = workflow[name]
    if subject.officer_id is None and workflow["assign"].may_take(user, subject, on=on):
        return "", workflow["assign"]
    if step.may_take(user, subject, on=on) or step.may_prepare(user, subject, on=on):
        return "", step
    return usual or step.title, None
