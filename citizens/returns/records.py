"""A record behind a figure as one readable line: a letter, a case, a visit, a session.

A denunciation's line holds what its own book does: number, day, unit, stage.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Model

from portal.activities.planned_visits import PlannedVisit
from portal.activities.training import Training
from portal.filters import Order
from portal.instruments import Instrument
from portal.people import names
from portal.people.names import name_in
from portal.periods import Reporting
from portal.registers import CodeKey, read_code
from portal.returns import TypedFigure
from portal.text import day, number, upper_first

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


BY_CODE = Order("so", "Số", "code", read=read_code, key=CodeKey)


@dataclass(frozen=True)
class Shelf:
    """How the records of one table are read and called."""

    noun: str
    day: str
    """The column of the day that the line tells."""
    day_words: str
    columns: tuple[str, ...]
    line: Callable[[Row], Line]
    by_code: Order = BY_CODE
    by_day: Callable[[str], Any] = date.fromisoformat
    """How a place in the order by day is read back."""


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


def instrument(row: Row) -> Line:
    on = date(row["year"], row["month"], row["day"])
    kind = Instrument.Kind(row["kind"]).label
    unit = name_in(names.units, row["unit"])
    return Line(row["reference"], f"/van-ban/{row['pk']}/", on, kind, row["title"], unit, "")


def training(row: Row) -> Line:
    words = " · ".join(filter(None, (row["title"], people_words(row["people"]))))
    return entry(row, Training, row["from_on"], words)


def inspection(row: Row) -> Line:
    visited = name_in(names.units, row["visited"])
    words = " · ".join(filter(None, (row["title"], visited)))
    return entry(row, PlannedVisit, row["held_on"], words)


def entry(row: Row, model: Any, on: date, words: str) -> Line:
    """A line of a register of activities."""
    stage = dict(model._meta.get_field("stage").choices)[row["stage"]]
    unit, kind = name_in(names.units, row["unit"]), model._meta.verbose_name
    url = f"/hoat-dong/{model.path}/{row['code']}/"
    return Line(row["code"], url, on, upper_first(kind), words, unit, stage)


def people_words(people: int | None) -> str:
    return f"{number(people)} người" if people else ""


def typed(row: Row) -> Line:
    unit = name_in(names.units, row["unit"])
    words = f"{number(row['amount'])}. Nguồn: {row['source']}"
    period = Reporting.containing(row["happened_on"])
    form = row["form"].replace("/", "-").lower()
    at = f"/bao-cao/{form}/nhap/?ky={period.year}-{period.code}#{row['code']}"
    return Line(row["code"], at, row["happened_on"], "Số liệu nhập tay", words, unit, "")


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
    Instrument: Shelf(
        *("văn bản", "dated", "Ngày ban hành"),
        (*("pk", "reference", "kind", "unit", "year", "month", "day", "dated", "title"),),
        instrument,
        by_code=Order("so", "Số", "dated", read=int),
        by_day=int,
    ),
    Training: Shelf(
        *("lớp", "from_on", "Ngày mở"),
        ("pk", "code", "stage", "unit", "from_on", "title", "people"),
        training,
    ),
    PlannedVisit: Shelf(
        *("cuộc kiểm tra", "held_on", "Ngày kiểm tra"),
        ("pk", "code", "stage", "unit", "held_on", "title", "visited"),
        inspection,
    ),
    TypedFigure: Shelf(
        *("số liệu nhập tay", "happened_on", "Ngày"),
        ("pk", "code", "form", "unit", "happened_on", "amount", "source"),
        typed,
    ),
}
