"""A record behind a figure as one readable line: a letter, a case, a visit, a session.

A denunciation's line holds what its own book does: number, day, unit, stage.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from portal.people import names
from portal.people.names import name_in
from portal.text import day, number

from ..models import Case, Petition, Reception, Visit
from ..models.reception import vocabulary as reception
from ..models.visit.vocabulary import Result, VisitKind, VisitStage
from ..models.vocabulary import CaseStage, PetitionStage, kind_words

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Line:
    """What the columns show."""

    code: str
    url: str
    on: date
    kind: str
    words: str
    unit: str
    stage: str


@dataclass(frozen=True)
class Shelf:
    """How the records of one table are read and called."""

    noun: str
    day: str
    """The column of the day that the line tells."""
    day_words: str
    columns: tuple[str, ...]
    line: Callable[[Row], Line]


def petition(row: Row) -> Line:
    kind, stage = kind_words(row["kind"], row["level"]), PetitionStage(row["stage"])
    return line(row, "/don/", "received_on", kind, stage.label, row["title"])


def case(row: Row) -> Line:
    kind, stage = kind_words(row["kind"], row["level"]), CaseStage(row["stage"])
    decided = f"quyết định {day(row['decided_on'])}" if row["decided_on"] else ""
    words = " · ".join(filter(None, (row["title"], decided)))
    return line(row, "/vu-viec/", "received_on", kind, stage.label, words)


def visit(row: Row) -> Line:
    kind, stage = sitting(VisitKind(row["kind"]), row["host"]), VisitStage(row["stage"])
    told = Result(row["result"]).label if row["result"] else ""
    words = " · ".join(filter(None, (f"{number(row['people'])} người", told)))
    return line(row, "/tiep-dan/", "received_on", kind, stage.label, words)


def session(row: Row) -> Line:
    kind = sitting(reception.Kind(row["kind"]), row["host"])
    stage = reception.ReceptionStage(row["stage"]).label
    return line(row, "/tiep-dan/buoi/", "date", kind, stage, row["reason"])


def sitting(kind: Any, host: str) -> str:
    """“Định kỳ, thủ trưởng”"""
    return ", ".join(filter(None, (kind.label, host and reception.Host(host).label.lower())))


def line(row: Row, at: str, on: str, kind: str, stage: str, words: str) -> Line:
    unit = name_in(names.units, row["unit"])
    return Line(row["code"], f"{at}{row['code']}/", row[on], kind, words, unit, stage)


COMMON = ("pk", "code", "kind", "stage", "unit")
SHELVES: dict[type[Model], Shelf] = {
    Petition: Shelf(
        "đơn", "received_on", "Nhận", (*COMMON, "received_on", "level", "title"), petition
    ),
    Case: Shelf(
        *("vụ việc", "received_on", "Nhận"),
        (*COMMON, "received_on", "level", "title", "decided_on"),
        case,
    ),
    Visit: Shelf(
        *("lượt tiếp", "received_on", "Ngày tiếp"),
        (*COMMON, "received_on", "host", "people", "result"),
        visit,
    ),
    Reception: Shelf(
        "buổi tiếp", "date", "Ngày tiếp", (*COMMON, "date", "host", "reason"), session
    ),
}
