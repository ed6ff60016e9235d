"""``import_register visits``: the register of receptions that the office kept; all lines or none.

Nothing is owed for a line brought along: the period of its notice ran in the old book.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from django.db import transaction
from django.utils import timezone

from portal.importing import (
    Fault,
    Register,
    Report,
)
from portal.registers import CODE, Number, code_for
from portal.text import day

from ..models import ReceptionPlace
from ..models.visit.intake import PLAIN_BOOK
from ..models.visit.vocabulary import VisitKind
from ..models.vocabulary import Kind
from .office import UNKNOWN, Names, Office
from .visit_columns import COLUMNS
from .visits_writing import VisitWriter

Row = dict[str, Any]
Progress = Callable[[str], None]
SERIAL = re.compile(r"[^\d\s]{0,6}\s?0*(?P<number>[1-9]\d{0,6})(?:[/.-](?:19|20)\d\d)?")
SECRET = ("name", "address", "id_number")


def write(rows: list[tuple[int, Row]], report: Report, dry_run: bool, progress: Progress) -> None:
    """Check every line, then write them all in one transaction."""
    today = timezone.localdate()
    office = Office(today=today)
    known = {(fault.line, fault.column) for fault in report.errors}
    found = [*faults(rows, office=office, today=today), *number_faults(rows)]
    report.errors.extend(fault for fault in found if (fault.line, fault.column) not in known)
    report.errors.sort(key=lambda fault: fault.line)
    report.warnings.extend(doubts(rows))
    if report.errors:
        return
    report.created = len(rows)
    if not dry_run:
        with transaction.atomic():
            VisitWriter(rows, office=office, at=timezone.now()).write(progress)


def faults(rows: list[tuple[int, Row]], *, office: Office, today: date) -> Iterator[Fault]:
    """Puts units, fields, places and people in the place of their names."""
    places = Names(ReceptionPlace.objects.all(), "name")
    for line, row in rows:
        for column in ("unit", "field"):
            name, row[column] = row[column], None
            if name:
                row[column] = office.find(column, name)
                if row[column] is None:
                    yield Fault(line, column, UNKNOWN[column])
        row["receiver_found"] = office.find("officer", row["receiver"] or "")
        row["place_found"] = places.get(row["place"] or "")
        for column, sentence in problems_of(row, today=today):
            yield Fault(line, column, sentence)


def problems_of(row: Row, *, today: date) -> Iterator[tuple[str, str]]:
    if row["date"] and row["date"] > today:
        yield "date", f"Ngày này sau hôm nay, {day(today)}."
    if row["kind"] == VisitKind.REGULAR and row["host"]:
        yield "host", "Tiếp thường xuyên thì để trống cột này."
    if row["kind"] and row["kind"] != VisitKind.REGULAR and not row["host"]:
        yield "host", "Tiếp định kỳ, đột xuất phải ghi thủ trưởng tiếp hay ủy quyền."
    if row["petition_kind"] == Kind.DENUNCIATION:
        for column in SECRET:
            if row[column]:
                yield column, "Lượt tiếp về tố cáo không nhập thông tin người tố cáo."


def number_faults(rows: list[tuple[int, Row]]) -> Iterator[Fault]:
    """A number is once in the file and unused; a denunciation's belongs to another book."""
    for line, row in rows:
        row["code"], given = "", row["number"] or ""
        if not given or row["petition_kind"] == Kind.DENUNCIATION or not row["date"]:
            continue
        row["code"] = code_of(given, year=row["date"].year)
        if not row["code"]:
            yield Fault(line, "number", "Số trong sổ là số thứ tự trong năm, ví dụ 12.")
    times = Counter(row["code"] for _, row in rows if row["code"])
    used = set(Number.objects.filter(code__in=list(times)).values_list("code", flat=True))
    for line, row in rows:
        if times[row["code"]] > 1:
            yield Fault(line, "number", "Số này có hai lần trong tệp.")
        elif row["code"] in used:
            yield Fault(line, "number", "Số này đã có trong sổ.")


def code_of(given: str, *, year: int) -> str:
    """The code of a line numbered 12, 12/2026 or TD-2026-0012."""
    if found := CODE.fullmatch(given):
        ours = found["book"] == PLAIN_BOOK and int(found["year"]) == year
        return code_for(PLAIN_BOOK, year, int(found["number"])) if ours else ""
    serial = SERIAL.fullmatch(given)
    return code_for(PLAIN_BOOK, year, int(serial["number"])) if serial else ""


def doubts(rows: list[tuple[int, Row]]) -> Iterator[Fault]:
    for line, row in rows:
        if row["petition_kind"] == Kind.DENUNCIATION:
            yield Fault(line, "content", "Lượt tiếp về tố cáo vào sổ riêng, không giữ nội dung.")


VISITS = Register("visits", COLUMNS, write, sealed_by=("petition_kind", Kind.DENUNCIATION))
