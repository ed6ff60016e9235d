"""Everything that the page of one petition shows, read in one statement."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import OuterRef, Q

from portal.people import User

from ..models import (
    Attachment,
    Case,
    Clock,
    DenunciationEntry,
    Execution,
    ExecutionResult,
    Paper,
    Party,
    Petition,
    Recommendation,
    Reply,
)
from .executions import lay_results_on
from .gathered import Related, Sheet, lay_on
from .likely import related_likely
from .on_its_way import on_its_way

THIS = OuterRef("pk")
MOST = 100
"""Letters of one text that are named beside the one that leads them."""
JOINED = ("commune", "field", "unit", "officer", "registered_by")


def read_sheet(code: str, *, user: User, on: date) -> tuple[Any, dict[str, list[Any]]] | None:
    """The petition and its lists; None where the user may see no such petition."""
    found = SHEET.read(code, user=user, on=on)
    if found is None:
        return None
    petition, lists = found
    for name in ("clocks", "papers", "parties"):
        lay_on(petition, name, lists[name])
    lay_results_on(lists["executions"], lists["execution_results"])
    petition.know_steps_on_their_way(lists["submissions"])
    return petition, lists


def seen(user: User, *, on: date) -> tuple[Related, dict[str, Related]]:
    return Related(Petition.objects.visible_to(user, on=on), *JOINED), relations(user, on=on)


SHEET = Sheet(seen)


def relations(user: User, *, on: date) -> dict[str, Related]:
    of_petition = {"petition": THIS}
    likely = related_likely(user, on=on)
    return {
        "clocks": Related(Clock.objects.filter(**of_petition)),
        "papers": Related(Paper.objects.filter(**of_petition), "approved_by", "scan"),
        "files": Related(Attachment.objects.filter(**of_petition), "file"),
        "parties": Related(Party.objects.filter(**of_petition), "commune"),
        "replies": Related(Reply.objects.filter(**of_petition)),
        "entries": Related(DenunciationEntry.objects.filter(**of_petition)),
        "executions": Related(Execution.objects.filter(denunciation__petition=THIS), "unit"),
        "execution_results": Related(
            ExecutionResult.objects.filter(execution__denunciation__petition=THIS)
        ),
        "recommendations": Related(Recommendation.objects.filter(denunciation__petition=THIS)),
        "parts": Related(
            Petition.objects.visible_to(user, on=on)
            .plain()
            .filter(Q(split_from=THIS) | Q(pk=OuterRef("split_from")))
        ),
        "followers": Related(
            Petition.objects.visible_to(user, on=on).plain().filter(leading=THIS)[:MOST]
        ),
        "leaders": Related(
            Petition.objects.visible_to(user, on=on).plain().filter(pk=OuterRef("leading"))
        ),
        "cases": Related(
            Case.objects.visible_to(user, on=on).filter(matter=OuterRef("matter")), "unit"
        ),
        **on_its_way("don"),
        **{name: Related(rows) for name, rows in likely.items()},
    }
