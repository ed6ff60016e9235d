"""Everything that the page of one petition shows, read in one statement."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, Value
from django.db.models.functions import Concat

from portal.instructions import Instruction
from portal.people import User
from portal.submissions import Submission

from ..models import Attachment, Case, Clock, Paper, Party, Petition
from .gathered import Related, Sheet, lay_on
from .likely import related_likely

THIS = OuterRef("pk")
STREAM = Concat(Value("don/"), OuterRef("code"))
JOINED = ("commune", "field", "unit", "officer", "registered_by")


def read_sheet(code: str, *, user: User, on: date) -> tuple[Any, dict[str, list[Any]]] | None:
    """The petition and its lists; None where the user may see no such petition."""
    found = SHEET.read(code, user=user, on=on)
    if found is None:
        return None
    petition, lists = found
    for name in ("clocks", "papers", "parties"):
        lay_on(petition, name, lists[name])
    return petition, lists


def seen(user: User, *, on: date) -> tuple[Related, dict[str, Related]]:
    return Related(Petition.objects.visible_to(user, on=on), *JOINED), relations(user, on=on)


SHEET = Sheet(seen)


def relations(user: User, *, on: date) -> dict[str, Related]:
    of_petition = {"petition": THIS}
    under_way = Submission.objects.filter(state__in=("open", "handed_back"))
    reading = User.objects.filter(
        positions__submission__stream=STREAM, positions__submission__state="open"
    )
    likely = related_likely(user, on=on)
    return {
        "clocks": Related(Clock.objects.filter(**of_petition)),
        "papers": Related(Paper.objects.filter(**of_petition), "approved_by", "scan"),
        "files": Related(Attachment.objects.filter(**of_petition), "file"),
        "parties": Related(Party.objects.filter(**of_petition), "commune"),
        "cases": Related(
            Case.objects.visible_to(user, on=on).filter(matter=OuterRef("matter")), "unit"
        ),
        "submissions": Related(under_way.filter(stream=STREAM), "prepared_by"),
        "readers": Related(reading),
        "instructions": Related(
            Instruction.objects.filter(stream=STREAM), "unit", "user", "given_by"
        ),
        **{name: Related(rows) for name, rows in likely.items()},
    }
