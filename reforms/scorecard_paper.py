"""A scorecard as a Word paper: the table of points, what was explained, what was not applied."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from docx import Document

from portal.documents import LEFT, Sheet, line, set_page, write_foot, write_head, write_table
from portal.office import Office, office
from portal.people import Unit
from portal.scoring import Criterion
from portal.scoring.words import plain
from portal.text import day
from reforms.models import Scorecard
from reforms.models.scorecard.mark import Side
from reforms.models.scorecard.totals import Marks, counting

TO_FILL = "……"
HEADS = ("Số", "Tiêu chí", "Điểm tối đa", "Tự chấm", "Thẩm định lần 1", "Thẩm định lần 2")


def write_card(target: IO[bytes], card: Scorecard, *, on: date) -> None:
    marks = card.marks_of()
    document: Any = Document()
    sheet = sheet_of(card, on=on)
    set_page(document)
    write_head(document, sheet)
    line(document, sheet.title.upper(), bold=True)
    line(document, sheet.subject, bold=True)
    line(document, f"(Theo {card.set.reference}; điểm ghi đến ngày {day(on)})", italic=True)
    for group in card.set.groups:
        line(document, f"{group.code}. {group.name.upper()}", bold=True, alignment=LEFT)
        rows = (row_of(each, marks) for each in group.lines)
        write_table(document, HEADS, rows, texts=(1,))
    for words in [*sums(card), *remarks(card, marks)]:
        line(document, words, alignment=LEFT)
    write_foot(document, sheet)
    document.save(target)


def sheet_of(card: Scorecard, *, on: date) -> Sheet:
    here = issuer(card.unit, on=on)
    return Sheet(
        office=here,
        number=f"{TO_FILL}/{here.symbol}" if here.symbol else TO_FILL,
        dated=f"ngày {TO_FILL} tháng {TO_FILL} năm {on.year}",
        title="Bảng chấm điểm cải cách hành chính",
        subject=f"{card.unit}, năm {card.campaign.year}",
        text="",
        recipients="- Cơ quan thẩm định;\n- Ban Giám đốc;\n- Lưu: VT.",
        signs_as=["Thủ trưởng đơn vị"],
        signer="",
    )


def issuer(unit: Unit, *, on: date) -> Office:
    """The office, or a unit below it."""
    here = office(on)
    if unit.kind == Unit.Kind.HEADQUARTERS:
        return here
    return Office(name=unit.name, parent_body=here.name, symbol=unit.symbol, place=here.place)


def row_of(line: Criterion, marks: Marks) -> list[str]:
    return [line.code, line.name, plain(line.top), *(cell(marks[side], line) for side in Side)]


def cell(marks: dict[str, Any], line: Criterion) -> str:
    mark = marks.get(line.code)
    if mark is None:
        return ""
    return plain(mark.points) if mark.points is not None else "không tính"


def sums(card: Scorecard) -> Iterator[str]:
    told = (
        ("Tổng điểm tự chấm", card.self_total),
        ("Tổng điểm thẩm định lần 1", card.review_total),
        ("Kết quả", card.total),
    )
    yield from (f"{words}: {plain(total)}." for words, total in told if total is not None)
    if card.level_words:
        yield f"Xếp loại: {card.level_words}."


def remarks(card: Scorecard, marks: Marks) -> Iterator[str]:
    """What an appraiser reads beside the points: reasons and explanations, line by line."""
    for code, mark in counting(marks).items():
        if mark.note:
            yield f"Dòng {code}: {mark.note}"
    for row in card.explanations.all():
        yield f"Giải trình dòng {row.line}: {row.words}"
