"""Tables that name their record by number alone: they go along with the record of that number."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from citizens.models import Case, Petition, Visit
from portal.documents.versions import WordVersion
from portal.history import Event, EventValues
from portal.instructions import Instruction
from portal.sights import Sight
from portal.submissions import Reading, Submission
from portal.successor import SuccessorExport
from portal.workflow import Subject

NAMED_BY_STREAM: dict[Any, str] = {
    Event: "",
    EventValues: "event__",
    Submission: "",
    Reading: "submission__",
    Instruction: "",
    WordVersion: "",
    Sight: "",
}
"""The way to the column “stream”."""


def of_open_streams(model: Any, rows: Any, scope: SuccessorExport, plain: list[str]) -> Any:
    """Of the own book with the own book alone; ``plain``: the streams of a unit or a field."""
    way = NAMED_BY_STREAM[model]
    apart = Q(**{f"{way}stream__in": sealed_streams()})
    for kind, subject in Subject.kinds.items():
        if is_of_own_book(subject):
            apart |= Q(**{f"{way}stream__startswith": f"{kind}/"})
    if scope.sealed:
        return rows.filter(apart)
    if scope.unit or scope.field:
        return rows.filter(**{f"{way}stream__in": plain}).exclude(apart)
    return rows.exclude(apart)


def sealed_streams() -> list[str]:
    return [
        f"{owner.stream_kind}/{code}"
        for owner in (Petition, Visit)
        for code in owner.objects.filter(sealed=True).values_list("code", flat=True)
    ]


def of_own_numbers(rows: Any, scope: SuccessorExport) -> Any:
    """Numbers of the own book: a gap that names them would tell of them."""
    own = [subject for subject in Subject.kinds.values() if is_of_own_book(subject)]
    told: list[Any] = [model.objects.filter(sealed=True) for model in (Petition, Visit)]
    told += [subject._base_manager.all() for subject in own]
    codes = [code for each in told for code in each.values_list("code", flat=True)]
    apart = Q(code__in=codes)
    return rows.filter(apart) if scope.sealed else rows.exclude(apart)


def is_of_own_book(subject: Any) -> bool:
    return "denunciation" in subject.__name__.lower() or "protection" in subject.__name__.lower()


def codes_with(rows: dict[Any, Any]) -> list[str]:
    """Streams of the petitions, cases and visits that go along."""
    return [
        f"{model.stream_kind}/{code}"
        for model in (Petition, Case, Visit)
        for code in rows[model].values_list("code", flat=True)
    ]
