"""Questions to the catalogue that look into the contents of its procedures."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet

from .version import ProcedureLimit, ProcedurePaper, ProcedureVersion

WRITTEN = ("sequence", "manner", "audience", "authority", "result")


def incomplete(rows: QuerySet) -> QuerySet:
    """Those whose newest contents lack a part that the law asks for."""
    return rows.filter(~Exists(whole()))


def complete(rows: QuerySet) -> QuerySet:
    return rows.filter(Exists(whole()))


def with_fee(rows: QuerySet) -> QuerySet:
    """Those for which somebody pays, by their newest contents."""
    paid = ProcedureLimit.objects.filter(
        version__procedure=OuterRef("pk"), version__closed_on=None, fee__gt=0
    )
    return rows.filter(Exists(paid))


def whole() -> QuerySet:
    """Newest contents in which every part is written."""
    found = ProcedureVersion.objects.filter(
        Exists(ProcedurePaper.objects.filter(version=OuterRef("pk"))),
        Exists(ProcedureLimit.objects.filter(version=OuterRef("pk"))),
        procedure=OuterRef("pk"), closed_on=None,
    )  # fmt: skip
    for part in WRITTEN:
        found = found.exclude(**{part: ""})
    return found


def without_process(rows: QuerySet) -> QuerySet:
    """Those with no steps of an internal process."""
    with_steps = ProcedureVersion.objects.filter(
        procedure=OuterRef("pk"), closed_on=None, steps__isnull=False
    )
    return rows.filter(~Exists(with_steps))


def limits_of(keys: Iterable[int], *, on: date) -> dict[int, list[Any]]:
    """The times of each procedure that hold on that day; one statement for a page."""
    rows = ProcedureLimit.objects.filter(
        Q(version__closed_on=None) | Q(version__closed_on__gt=on),
        Q(version__opened_on=None) | Q(version__opened_on__lte=on),
        version__procedure__in=list(keys),
    )
    found: dict[int, list[Any]] = {}
    for row in rows.annotate(procedure=F("version__procedure")):
        found.setdefault(row.procedure, []).append(row)
    return found


def times_told(rows: Iterable[Any]) -> str:
    """5 ngày làm việc; 10 ngày làm việc: each length once."""
    return "; ".join(dict.fromkeys(row.time_words for row in rows))
