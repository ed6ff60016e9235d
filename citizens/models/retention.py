"""Thời hạn lưu: when a record ended, as which kind it is kept, and until the end of which year."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, F, OuterRef, Subquery

from portal.deadlines import FAR_FUTURE

from ..personal import KINDS, Kind
from .case import Case
from .data_request import DataRequest
from .petition import Petition
from .reception import Reception
from .reception.vocabulary import ReceptionStage
from .visit import Visit
from .vocabulary import Handling
from .vocabulary import Kind as Content

ROOTS = {"petition": Petition, "visit": Visit, "reception": Reception, "request": DataRequest}
ALONE = {
    Handling.SHELVED: "luu-don",
    Handling.GUIDED: "huong-dan",
    Handling.FORWARDED: "huong-dan",
    Handling.SENT_BACK: "huong-dan",
}
"""Letters that ended without a case; every other one is kept with the cases of its matter."""
WITH_CASE = {
    "khieu-nai": (Content.COMPLAINT,),
    "kien-nghi": (Content.PROPOSAL, Content.FEEDBACK),
    "hoi-chinh-sach": (Content.POLICY_QUESTION,),
}
"""The kept longest first: a matter of several kinds is kept as the first of them."""


def letters(**facts: Any) -> Any:
    """Petitions of the plain book that nothing waits for; a denunciation is never among them."""
    plain = Petition.objects.plain().exclude(stage="chuyen-so-rieng")
    return plain.filter(destroyed_on=None, **facts).select_related("unit")


def handled(kind: str) -> Any:
    handlings = [handling for handling, name in ALONE.items() if name == kind]
    rows = letters(handling__in=handlings, handled_on__isnull=False)
    return rows.annotate(ended=F("handled_on"))


def settled(kind: str) -> Any:
    """Its own case or the one that it joined: both levels of a matter end with the last of them."""
    cases = Case.objects.filter(matter=OuterRef("matter"))
    longer = [content for name in before(kind) for content in WITH_CASE[name]]
    last = cases.order_by("-closed_on").values("closed_on")[:1]
    return (
        letters()
        .exclude(handling__in=ALONE)
        .filter(Exists(cases.filter(kind__in=WITH_CASE[kind])))
        .exclude(Exists(cases.filter(kind__in=longer)))
        .exclude(Exists(cases.filter(closed_on=None)))
        .annotate(ended=Subquery(last))
    )


def before(kind: str) -> list[str]:
    names = list(WITH_CASE)
    return names[: names.index(kind)]


def visited() -> Any:
    rows = Visit.objects.plain().exclude(stage="chuyen-so-rieng")
    return rows.filter(destroyed_on=None, due_key=FAR_FUTURE).annotate(ended=F("received_on"))


def sat() -> Any:
    over = Reception.objects.exclude(stage=ReceptionStage.PLANNED)
    return over.filter(destroyed_on=None).annotate(ended=F("date"))


def answered() -> Any:
    rows = DataRequest.objects.filter(answered_on__isnull=False, destroyed_on=None)
    return rows.annotate(ended=F("answered_on"))


def ended(kind: str) -> Any:
    """The records of a kind that are over and still hold words, with the day of their end."""
    if kind in WITH_CASE:
        return settled(kind)
    if kind in ALONE.values():
        return handled(kind)
    return {"luot-tiep": visited, "buoi-tiep": sat, "du-lieu": answered}[kind]()


def kept_as(record: Any) -> tuple[Kind, date] | None:
    """As which kind this record is kept, and the day on which it ended; None while it is open."""
    for kind in KINDS:
        if kind.root == root_of(record) and could_be(record, kind):
            days = ended(kind.code).filter(pk=record.pk).values_list("ended", flat=True)
            if len(days):
                return kind, days[0]
    return None


def could_be(record: Any, kind: Kind) -> bool:
    """Spares a question to the database: how a letter was handled rules most kinds out."""
    if not isinstance(record, Petition):
        return True
    return ALONE.get(Handling(record.handling), "") == ("" if kind.code in WITH_CASE else kind.code)


def last_year(kind: Kind, ended_on: date) -> int:
    """Kept until the end of this year."""
    return ended_on.year + kind.years


def root_of(record: Any) -> str:
    return next(name for name, model in ROOTS.items() if isinstance(record, model))


def case_of(record: Any) -> Any:
    if not isinstance(record, Petition):
        return None
    return Case.objects.filter(petition=record).select_related("unit").first()


def find(code: str) -> Any:
    """The record of a number in a plain book, or None."""
    for model in ROOTS.values():
        if row := model.objects.filter(code=code).first():
            return None if getattr(row, "sealed", False) else row
    case = Case.objects.filter(code=code).select_related("petition").first()
    return case.petition if case else None
