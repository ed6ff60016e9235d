"""A report as a Word file: figures in tables, then what was written, else what was gathered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from docx import Document

from democracy.models import Report
from democracy.papers.tables import DOTS, paragraph, write_table
from democracy.reporting.counting import heads_of
from democracy.reporting.reading import Part, parts_of
from portal.documents import Sheet, line, set_page, write_foot, write_head
from portal.office import office
from portal.text import day, day_long, number


def write_report(target: IO[bytes], report: Report, *, on: date) -> None:
    document: Any = Document()
    sheet = sheet_of(report, on=on)
    set_page(document)
    write_head(document, sheet)
    line(document, sheet.title.upper(), bold=True)
    line(document, sheet.subject, bold=True)
    start, end = day(report.from_on), day(report.to_on)
    line(document, f"(Số liệu từ ngày {start} đến hết ngày {end})", italic=True)
    for part in parts_of(report, on=on):
        write_part(document, part, heads_of(report))
    write_foot(document, sheet)
    document.save(target)


def sheet_of(report: Report, *, on: date) -> Sheet:
    dated = report.dated_on
    return Sheet(
        office=office(dated or on),
        number=report.reference or f"……/BC-{office(on).symbol}",
        dated=day_long(dated) if dated else f"ngày …… tháng …… năm {on.year}",
        title=report.plan_of_it.title,
        subject=report.title,
        text="",
        recipients=report.plan_of_it.recipients,
        signs_as=["Thủ trưởng cơ quan"] if not report.scope else ["Thủ trưởng đơn vị"],
        signer=str(report.signer or ""),
    )


def write_part(document: Any, part: Part, heads: list[str]) -> None:
    paragraph(document, f"{part.number}. {part.section.title}".upper(), bold=True)
    if part.rows:
        named = ["Chỉ tiêu", "Đơn vị tính", *heads]
        write_table(document, named, lines_of(part), texts=(0,))
    for words in sentences_of(part):
        paragraph(document, words)


def sentences_of(part: Part) -> Iterator[str]:
    """What people wrote stands; where nobody has, what was gathered is the draft."""
    if part.text:
        yield from filter(None, map(str.strip, part.text.text.splitlines()))
        return
    for said in part.said:
        yield f"- {said.words}"
    yield f"({part.section.asks}) {DOTS}"


def lines_of(part: Part) -> Iterator[list[str]]:
    for row in part.rows:
        values = [value_words(value) for value, _ in row.cells]
        yield [row.figure.label, row.figure.unit, *values]


def value_words(value: Any) -> str:
    return "…" if value is None else number(value)
