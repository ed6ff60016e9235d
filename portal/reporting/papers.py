"""A report as a Word file: figures in tables, then what was written, else what was gathered."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import IO, Any

from docx import Document

from portal.documents import (
    DOTS,
    Sheet,
    line,
    paragraph,
    set_page,
    write_foot,
    write_head,
    write_table,
)
from portal.instruments.issuers import as_called_on
from portal.office import office
from portal.paper_style import paper_style
from portal.reporting.counting import heads_of
from portal.reporting.reading import Part, parts_of
from portal.reporting.reports import Report
from portal.text import day, day_long, number

APPENDIX = ("STT", "Chỉ tiêu thống kê", "Đơn vị tính", "Kết quả thống kê", "Ghi chú")


def write_report(target: IO[bytes], report: Report, *, on: date) -> None:
    document: Any = Document()
    sheet = sheet_of(report, on=on)
    set_page(document, size=sheet.body_size)
    write_head(document, sheet)
    line(document, sheet.title.upper(), bold=True)
    line(document, sheet.subject, bold=True)
    start, end = day(report.from_on), day(report.to_on)
    line(document, f"(Số liệu từ ngày {start} đến hết ngày {end})", italic=True)
    parts, in_text = parts_of(report, on=on), not report.plan_of_it.appendix
    for part in parts:
        write_part(document, part, heads_of(report) if in_text else [])
    write_foot(document, sheet)
    if report.plan_of_it.appendix:
        write_appendix(document, parts)
    document.save(target)


def sheet_of(report: Report, *, on: date) -> Sheet:
    dated = report.dated_on
    return Sheet(
        office=office(dated or on),
        body_size=paper_style(dated or on).body_size,
        number=report.reference or f"……/BC-{office(on).symbol}",
        dated=day_long(dated) if dated else f"ngày …… tháng …… năm {on.year}",
        title=report.plan_of_it.title,
        subject=report.title,
        text="",
        recipients=as_called_on(report.plan_of_it.recipients, on=report.dated_on or on),
        signs_as=["Thủ trưởng cơ quan"] if not report.scope else ["Thủ trưởng đơn vị"],
        signer=str(report.signer or ""),
    )


def write_part(document: Any, part: Part, heads: list[str]) -> None:
    """``heads`` of the columns of figures; without them the figures stand in the appendix."""
    paragraph(document, f"{part.number}. {part.section.title}".upper(), bold=True)
    if part.rows and heads:
        named = ["Chỉ tiêu", "Đơn vị tính", *heads]
        write_table(document, named, lines_of(part), texts=(0,))
    for words in sentences_of(part):
        paragraph(document, words)


def write_appendix(document: Any, parts: list[Part]) -> None:
    """All figures of the period in one table, numbered through."""
    document.add_page_break()
    line(document, "PHỤ LỤC", bold=True)
    line(document, "Thống kê các chỉ tiêu chủ yếu", bold=True)
    rows = [row for part in parts for row in part.rows]
    lines = ([str(n), row.figure.label, row.figure.unit, value_words(row.value), ""]
             for n, row in enumerate(rows, 1))  # fmt: skip
    write_table(document, APPENDIX, lines, texts=(1,))


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
