"""Everything that the page of one case shows, read in one statement."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, QuerySet

from portal.people import User

from ..models import (
    Attachment,
    Case,
    Cause,
    Clock,
    Complexity,
    Decision,
    Dialogue,
    Execution,
    ExecutionResult,
    Findings,
    Flag,
    Paper,
    Party,
    Pause,
    Petition,
    Publication,
    Recommendation,
    Service,
    VerificationMember,
    VerificationTeam,
    Withdrawal,
)
from .executions import lay_results_on
from .gathered import Related, Sheet, lay_on
from .likely import newest, petitions_by
from .on_its_way import on_its_way
from .visits import visits_beside

ASKED_BY_RULES = (
    "clocks",
    "papers",
    "findings",
    "dialogues",
    "teams",
    "verification_members",
    "complexities",
    "pauses",
    "withdrawals",
    "decisions",
    "flags",
    "executions",
)
"""What the workflow's questions look at: laid on the case itself."""

THIS, ITS_PETITION, ITS_MATTER = OuterRef("pk"), OuterRef("petition"), OuterRef("matter")
JOINED = (
    *("petition__commune", "field", "unit", "officer", "settler__user"),
    *("first_case", "settling_unit"),
)


def read_sheet(code: str, *, user: User, on: date) -> tuple[Any, dict[str, list[Any]]] | None:
    """The case as its own kind, and its lists; None where the user may see no such case."""
    found = SHEET.read(code, user=user, on=on)
    if found is None:
        return None
    case, lists = found
    for name in ASKED_BY_RULES:
        lay_on(case, name, lists[name])
    lay_results_on(lists["executions"], lists["execution_results"])
    case.know_steps_on_their_way(lists["submissions"])
    return case.own_kind(), lists


def seen(user: User, *, on: date) -> tuple[Related, dict[str, Related]]:
    return Related(Case.objects.visible_to(user, on=on), *JOINED), relations(user, on=on)


SHEET = Sheet(seen)


def relations(user: User, *, on: date) -> dict[str, Related]:
    of_case = {"case": THIS}
    decided = {"decision__case": THIS}
    return {
        "clocks": Related(Clock.objects.filter(**of_case)),
        "papers": Related(Paper.objects.filter(**of_case), "approved_by", "scan"),
        "findings": Related(Findings.objects.filter(**of_case), "by"),
        "dialogues": Related(Dialogue.objects.filter(**of_case)),
        "teams": Related(VerificationTeam.objects.filter(**of_case)),
        "verification_members": Related(VerificationMember.objects.filter(**of_case), "user"),
        "complexities": Related(Complexity.objects.filter(**of_case)),
        "pauses": Related(Pause.objects.filter(**of_case)),
        "withdrawals": Related(Withdrawal.objects.filter(**of_case)),
        "decisions": Related(Decision.objects.filter(**of_case)),
        "flags": Related(Flag.objects.filter(**of_case), "answerable"),
        "causes": Related(Cause.objects.filter(**of_case)),
        "recommendations": Related(Recommendation.objects.filter(**of_case)),
        "executions": Related(Execution.objects.filter(**of_case), "unit"),
        "execution_results": Related(ExecutionResult.objects.filter(execution__case=THIS), "file"),
        "services": Related(Service.objects.filter(**decided)),
        "publications": Related(Publication.objects.filter(**decided)),
        "files": Related(
            Attachment.objects.filter(Q(**of_case) | Q(petition=ITS_PETITION)), "file"
        ),
        "parties": Related(Party.objects.filter(petition=ITS_PETITION), "commune"),
        "petitions": Related(
            Petition.objects.visible_to(user, on=on).plain().filter(matter=ITS_MATTER)
        ),
        "cases": Related(
            Case.objects.visible_to(user, on=on).filter(matter=ITS_MATTER).exclude(pk=THIS)
        ),
        "likely": Related(likely_duplicates(user, on=on)),
        **visits_beside(user, on=on),
        **on_its_way("vu-viec"),
    }


def likely_duplicates(user: User, *, on: date) -> QuerySet[Petition]:
    """Petitions outside the matter whose people carry an identity number of this letter's."""
    letter, matter = OuterRef(ITS_PETITION), OuterRef(ITS_MATTER)
    of_letter = OuterRef(OuterRef(letter))
    same = petitions_by("id_number", of_letter, user=user, on=on).exclude(pk=letter)
    return newest(same.exclude(matter__isnull=False, matter=matter))
