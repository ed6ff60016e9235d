"""What is written once cases are over: causes, faults of a policy, the national database."""

from __future__ import annotations

from datetime import date
from itertools import cycle
from typing import Any

from citizens.models import Case, Cause, PolicyIssue
from citizens.models.cause import EXPLAINED_AT
from portal.working_days import calendar

from .office import Staff, read

CODE = Cause.Code
CAUSES = (
    CODE.MISUNDERSTANDING,
    CODE.POLICY,
    CODE.SLOWNESS,
    CODE.STAFF_ERROR,
    CODE.PUBLICITY,
    CODE.PROCEDURE,
)
EXPLAINED, REPORTED = 24, 30
"""Of the last settled: those whose cause is named, those that the nation knows of."""


def write(staff: Staff, *, today: date) -> None:
    settled = Case.objects.filter(stage__in=EXPLAINED_AT).exclude(kind="hoi_chinh_sach")
    latest = [case.own_kind() for case in settled.order_by("-decided_on", "-pk")[3:REPORTED]]
    for case, code in zip(latest[:EXPLAINED], cycle(CAUSES), strict=False):
        case.name_cause(by=case.officer, on=case.decided_on, code=code)
    for case in latest:
        case.report_nationally(by=staff["mai"], on=today, reported_on=today)
    for told in read("afterwards.toml")["issue"]:
        raise_issue(told, latest, staff, today=today)


def raise_issue(told: dict[str, Any], cases: list[Any], staff: Staff, *, today: date) -> None:
    """Raised some weeks ago, sent a week later, answered where there is an answer."""
    ago = calendar().subtract
    facts = {name: told[name] for name in ("issue", "proposal", "addressee")}
    field = staff.fields[told["field"]]
    shown = [case for case in cases if case.field in (field, *field.children.all())][:2]
    issue = PolicyIssue.raise_issue(
        by=staff["lan"], on=ago(today, 40), cases=shown, field=field, **facts
    )
    if number := told.get("number"):
        sent = {"number": number, "dated_on": ago(today, 35)}
        issue.follow_up(by=staff["lan"], on=ago(today, 35), cases=shown, **sent)
    if result := told.get("result"):
        heard = {"result": result, "answered_on": ago(today, 6)}
        issue.follow_up(by=staff["lan"], on=ago(today, 6), cases=shown, **heard)
