"""Everything that the page of one case shows, read in one statement."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q, Subquery, Value
from django.db.models.functions import Concat

from portal.instructions import Instruction
from portal.people import User
from portal.submissions import Submission

from ..models import (
    Attachment,
    Case,
    Clock,
    Complexity,
    Decision,
    Dialogue,
    Findings,
    Paper,
    Party,
    Pause,
    Petition,
    Publication,
    Service,
    VerificationMember,
    VerificationTeam,
    Withdrawal,
)
from .gathered import Related, Sheet, lay_on

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
)
"""What the workflow's questions look at: laid on the case itself."""

THIS, ITS_PETITION, ITS_MATTER = OuterRef("pk"), OuterRef("petition"), OuterRef("matter")
STREAM = Concat(Value("vu-viec/"), OuterRef("code"))
JOINED = ("petition__commune", "field", "unit", "officer", "settler__user")


def read_sheet(code: str, *, user: User, on: date) -> tuple[Any, dict[str, list[Any]]] | None:
    """The case as its own kind, and its lists; None where the user may see no such case."""
    found = SHEET.read(code, user=user, on=on)
    if found is None:
        return None
    case, lists = found
    for name in ASKED_BY_RULES:
        lay_on(case, name, lists[name])
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
        "services": Related(Service.objects.filter(**decided)),
        "publications": Related(Publication.objects.filter(**decided)),
        "files": Related(
            Attachment.objects.filter(Q(**of_case) | Q(petition=ITS_PETITION)), "file"
        ),
        "parties": Related(Party.objects.filter(petition=ITS_PETITION), "commune"),
        "petitions": Related(
            Petition.objects.visible_to(user, on=on).filter(matter=ITS_MATTER, sealed=False)
        ),
        "cases": Related(
            Case.objects.visible_to(user, on=on).filter(matter=ITS_MATTER).exclude(pk=THIS)
        ),
        "likely": Related(likely_duplicates(user, on=on)),
        "submissions": Related(
            Submission.objects.filter(stream=STREAM, state__in=("open", "handed_back")),
            "prepared_by",
        ),
        "readers": Related(
            User.objects.filter(
                positions__submission__stream=STREAM, positions__submission__state="open"
            )
        ),
        "instructions": Related(
            Instruction.objects.filter(stream=STREAM), "unit", "user", "given_by"
        ),
    }


def likely_duplicates(user: User, *, on: date) -> Any:
    """Other petitions under the sender's identity number, of those that this user may see."""
    of_sender = Party.objects.filter(petition=OuterRef(OuterRef("petition")))
    numbers = of_sender.exclude(id_number="").values("id_number")
    seen = Petition.objects.visible_to(user, on=on).filter(sealed=False)
    same = seen.filter(parties__id_number__in=Subquery(numbers)).exclude(pk=ITS_PETITION)
    elsewhere = same.exclude(matter__isnull=False, matter=ITS_MATTER)
    return elsewhere.order_by("-pk")[:5]
