"""Outgoing papers as Word files, in the layout of Decree 30/2020: ready to be signed."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from dataclasses import dataclass
from typing import IO, Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Mm, Pt

from portal.office import Office
from portal.paper_style import LARGEST

STATE = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
LEFT, CENTER = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER
JUSTIFY = WD_ALIGN_PARAGRAPH.JUSTIFY
ROOM_TO_SIGN = 4
FONT = "Times New Roman"
ISSUER_WIDTH, STATE_WIDTH = 60, 100
"""Millimetres of the two columns of the head."""
RULE_OF_ISSUER, RULE_OF_STATE = 19, 21
"""Millimetres by which the lines below them are shorter on either side."""
DOTS = "……………………………………"


@dataclass(frozen=True)
class Sheet:
    """What an official paper says, each part in its place."""

    office: Office
    number: str
    dated: str
    title: str
    subject: str
    text: str
    recipients: str
    signs_as: Sequence[str]
    """In which capacity, a line each."""
    signer: str
    body_size: int = LARGEST
    """Of the text, in points: the office chooses within what the decree allows."""


def write_sheet(target: IO[bytes], sheet: Sheet) -> None:
    document: Any = Document()
    set_page(document, size=sheet.body_size)
    write_head(document, sheet)
    line(document, sheet.title.upper(), bold=True)
    line(document, sheet.subject, bold=True)
    for words in filter(None, sheet.text.splitlines()):
        paragraph(document, words)
    write_foot(document, sheet)
    document.save(target)


def set_page(document: Any, *, size: int = LARGEST) -> None:
    """A4, the margins and the letter of Phụ lục I."""
    page = document.sections[0]
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(30), Mm(20)
    page.top_margin = page.bottom_margin = Mm(20)
    letter = document.styles["Normal"]
    letter.font.name, letter.font.size = FONT, Pt(size)
    fonts = letter.element.rPr.rFonts
    for script in ("w:eastAsia", "w:cs"):
        fonts.set(qn(script), FONT)
    number_pages(page)


def number_pages(page: Any) -> None:
    """In the middle above, from the second page on."""
    page.different_first_page_header_footer = True
    written = page.header.paragraphs[0]
    written.alignment = CENTER
    run = written.add_run()
    for kind in ("begin", None, "end"):
        mark = OxmlElement("w:instrText" if kind is None else "w:fldChar")
        if kind is None:
            mark.text = "PAGE"
        else:
            mark.set(qn("w:fldCharType"), kind)
        run._element.append(mark)


def write_head(document: Any, sheet: Sheet, *, about: str = "") -> None:
    """``about``: what an official letter without a title says of itself below its number."""
    here = sheet.office
    issuer, state = columns(document, ISSUER_WIDTH, STATE_WIDTH)
    line(issuer, here.parent_body.upper(), size=13)
    line(issuer, here.name.upper(), bold=True, size=13)
    rule(issuer, RULE_OF_ISSUER)
    if sheet.number:
        line(issuer, f"Số: {sheet.number}", size=13)
    if about:
        line(issuer, f"V/v {about}", size=12)
    write_state(state)
    line(state, f"{here.place}, {sheet.dated}" if here.place else sheet.dated, italic=True)
    document.add_paragraph()


def write_state(state: Any) -> None:
    line(state, STATE[0], bold=True, size=12)
    line(state, STATE[1], bold=True, size=13)
    rule(state, RULE_OF_STATE)


def rule(place: Any, indent: int) -> None:
    """The line below the name of the office, and below the motto."""
    drawn = line(place, "", size=4)
    drawn.paragraph_format.line_spacing = Pt(5)
    drawn.paragraph_format.left_indent = drawn.paragraph_format.right_indent = Mm(indent)
    borders, top = OxmlElement("w:pBdr"), OxmlElement("w:top")
    for name, value in (("val", "single"), ("sz", "6"), ("space", "1"), ("color", "000000")):
        top.set(qn(f"w:{name}"), value)
    borders.append(top)
    drawn._element.get_or_add_pPr().insert_element_before(
        borders, *("w:spacing", "w:ind", "w:jc", "w:rPr")
    )


def write_foot(document: Any, sheet: Sheet) -> None:
    document.add_paragraph()
    recipients, signature = columns(document)
    line(recipients, "Nơi nhận:", bold=True, italic=True, size=12, alignment=LEFT)
    for row in filter(None, sheet.recipients.splitlines()):
        line(recipients, row, size=11, alignment=LEFT)
    for words in sheet.signs_as:
        line(signature, words.upper(), bold=True)
    for _ in range(ROOM_TO_SIGN):
        line(signature, "")
    line(signature, sheet.signer, bold=True)


def columns(document: Any, *widths: int) -> tuple[Any, Any]:
    """Two cells beside each other, without lines; each begins with an empty paragraph, dropped."""
    table = document.add_table(rows=1, cols=2)
    left, right = table.rows[0].cells
    for column, width in zip(table.columns, widths, strict=False):
        column.width = column.cells[0].width = Mm(width)
    for cell in (left, right):
        empty = cell.paragraphs[0]._element
        empty.getparent().remove(empty)
    return left, right


def line(
    place: Any,
    words: str,
    *,
    bold: bool = False,
    italic: bool = False,
    size: int | None = LARGEST,
    alignment: Any = CENTER,
) -> Any:
    written = place.add_paragraph()
    written.alignment = alignment
    written.paragraph_format.space_after = Pt(0)
    run = written.add_run(words)
    run.bold, run.italic, run.font.size = bold, italic, Pt(size) if size else None
    return written


def paragraph(document: Any, words: str, *, bold: bool = False) -> None:
    """In the size of the page."""
    written = line(document, words, bold=bold, size=None, alignment=JUSTIFY)
    written.paragraph_format.first_line_indent = Mm(12.7)
    written.paragraph_format.space_after = Pt(6)


def write_table(
    document: Any, heads: Sequence[str], rows: Iterable[Sequence[str]], *, texts: Container[int]
) -> None:
    """``texts``: the columns whose words begin at the left; numbers stand in the middle."""
    table = document.add_table(rows=0, cols=len(heads), style="Table Grid")
    write_row(table, heads, bold=True, texts=())
    for row in rows:
        write_row(table, row, texts=texts)
    line(document, "", size=6)


def write_row(
    table: Any, cells: Iterable[str], *, bold: bool = False, texts: Container[int]
) -> None:
    for at, (cell, words) in enumerate(zip(table.add_row().cells, cells, strict=True)):
        written = cell.paragraphs[0]
        written.alignment = LEFT if at in texts else CENTER
        run = written.add_run(words)
        run.bold, run.font.size = bold, Pt(12)
