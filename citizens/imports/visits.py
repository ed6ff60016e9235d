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
    Column,
    Fault,
    Register,
    Report,
    choice,
    flag,
    lines_of_text,
    one_line,
    read_day,
    whole_number,
)
from portal.registers import CODE, Number, code_for
from portal.text import day

from ..models import ReceptionPlace
from ..models.reception.sessions import Host
from ..models.visit.intake import PLAIN_BOOK
from ..models.visit.vocabulary import Result, VisitKind
from ..models.vocabulary import Kind
from .cells import YES_NO, codes, words
from .office import Names, Office, field_names, unit_names
from .visits_writing import VisitWriter

Row = dict[str, Any]
Progress = Callable[[str], None]
SERIAL = re.compile(r"[^\d\s]{0,6}\s?0*(?P<number>[1-9]\d{0,6})(?:[/.-](?:19|20)\d\d)?")
UNKNOWN = {
    "unit": "Không có đơn vị này trong danh mục.",
    "field": "Không có lĩnh vực này trong danh mục.",
}
SECRET = ("name", "address", "id_number")
COLUMNS = (
    Column(
        "number",
        one_line(24),
        label="Số thứ tự",
        hint="Số trong sổ, ví dụ 12. Để trống để lấy số tiếp theo.",
    ),
    Column(
        "date",
        read_day,
        needed=True,
        label="Ngày tiếp",
        hint="Dạng 03/08/2026.",
    ),
    Column(
        "kind",
        choice(codes(VisitKind)),
        needed=True,
        label="Loại tiếp",
        hint="Chọn trong danh sách.",
        options=words(VisitKind),
    ),
    Column(
        "host",
        choice(codes(Host)),
        label="Người chủ trì",
        hint="Tiếp thường xuyên thì để trống.",
        options=words(Host),
    ),
    Column(
        "unit",
        one_line(200),
        label="Đơn vị tiếp",
        hint="Tên, tên gọi tắt hoặc mã trong danh mục.",
        offered=unit_names,
    ),
    Column(
        "name",
        one_line(200),
        label="Họ tên người đến",
        hint="Lượt tiếp về tố cáo để trống.",
        secret=True,
    ),
    Column(
        "address",
        one_line(300),
        label="Địa chỉ",
        hint="Lượt tiếp về tố cáo để trống.",
        secret=True,
    ),
    Column(
        "id_number",
        one_line(12),
        label="Số căn cước",
        hint="12 chữ số, giữ số 0 ở đầu. Lượt tiếp về tố cáo để trống.",
        secret=True,
    ),
    Column(
        "people",
        whole_number(least=1, most=100_000),
        needed=True,
        label="Số người",
        hint="Số người đến cùng một việc; từ 5 người là đoàn đông người.",
    ),
    Column(
        "case_ref",
        one_line(60),
        label="Số vụ việc của cơ quan",
        hint="Các lượt cùng số là một vụ việc, kể cả với đơn.",
    ),
    Column(
        "content",
        lines_of_text(20_000),
        needed=True,
        label="Nội dung vụ việc",
        hint="Tóm tắt điều người đến trình bày.",
        secret=True,
    ),
    Column(
        "petition_kind",
        choice(codes(Kind)),
        label="Loại nội dung",
        hint="Chọn trong danh sách.",
        options=words(Kind),
    ),
    Column(
        "field",
        one_line(200),
        label="Lĩnh vực",
        hint="Tên hoặc mã lĩnh vực trong danh mục.",
        offered=field_names,
    ),
    Column(
        "result",
        choice(codes(Result)),
        label="Kết quả tiếp",
        hint="Chọn trong danh sách.",
        options=words(Result),
    ),
    Column(
        "receiver",
        one_line(120),
        label="Người tiếp",
        hint="Tên đăng nhập hoặc họ tên.",
    ),
    Column(
        "place",
        one_line(200),
        label="Nơi tiếp",
        hint="Tên địa điểm tiếp công dân.",
    ),
    Column(
        "handled_by",
        one_line(300),
        label="Cơ quan đã giải quyết",
        hint="Cơ quan, văn bản đã giải quyết trước đó, nếu có.",
        secret=True,
    ),
    Column(
        "competent",
        flag,
        label="Thuộc thẩm quyền",
        hint="Có hoặc Không; để trống là chưa rõ.",
        options=YES_NO,
    ),
    Column(
        "guided_to",
        one_line(300),
        label="Hướng dẫn đến",
        hint="Cơ quan đã hướng dẫn người đến.",
        secret=True,
    ),
    Column(
        "forwarded_to",
        one_line(300),
        label="Chuyển đến",
        hint="Cơ quan, đơn vị đã chuyển nội dung đến.",
        secret=True,
    ),
    Column(
        "note",
        one_line(500),
        label="Ghi chú",
        hint="Không ghi thông tin người tố cáo.",
        secret=True,
    ),
)


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
        for column, sentence in UNKNOWN.items():
            name, row[column] = row[column], None
            if name:
                row[column] = office.find(column, name)
                if row[column] is None:
                    yield Fault(line, column, sentence)
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
