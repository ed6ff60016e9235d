"""Mẫu 02: the text of the periodic report as a draft in Word (TT 06/2025 Đ4, Mẫu 02).

Sentences and a table of comparisons are written in; what only people can say stands as dots.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.shared import Mm, Pt

from citizens.models import Protection
from portal.documents import Sheet, line, set_page, write_foot, write_head
from portal.office import Office, office
from portal.returns import Scope
from portal.text import day

from .forms import FORMS
from .told import (
    LAST_PARTS,
    MAIN_CONTENT,
    PROTECTION,
    RESULTS,
    SITUATION,
    TO_FILL,
    Forms,
    Part,
    change,
    protected,
    told,
    written,
)

LEFT, JUSTIFY = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.JUSTIFY
RECIPIENTS = "- Ủy ban nhân dân tỉnh (báo cáo);\n- Thanh tra tỉnh;\n- Ban Giám đốc;\n- Lưu: VT."
NO_EARLIER = (
    "Các kỳ trước lập theo quy định cũ, không cùng cách tính nên báo cáo này không so sánh."
)


def write_text(target: IO[bytes], scope: Scope) -> None:
    Draft(scope).save(target)


class Draft:
    """The report of one period, of the office or of a unit."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.now = figures_of(scope)
        self.others = [(words, figures_of(other)) for words, other in compared_with(scope)]
        self.document: Any = Document()

    def save(self, target: IO[bytes]) -> None:
        sheet = sheet_of(self.scope)
        set_page(self.document)
        number_pages(self.document)
        write_head(self.document, sheet)
        line(self.document, sheet.title.upper(), bold=True)
        line(self.document, sheet.subject, bold=True)
        self.write_opening()
        self.write_results()
        for title, points in LAST_PARTS:
            self.heading(title)
            self.to_fill(points)
        write_foot(self.document, sheet)
        self.document.save(target)

    def write_opening(self) -> None:
        start, end = self.scope.period.dates
        line(
            self.document,
            f"(Số liệu tính từ ngày {day(start)} đến ngày {day(end)})",
            italic=True,
        )
        self.heading("I. TÌNH HÌNH KHIẾU NẠI, TỐ CÁO, KIẾN NGHỊ, PHẢN ÁNH")
        self.paragraph(f"1. Tình hình: {told(SITUATION, self.now)} {self.beside('02', 1)}".strip())
        self.paragraph(MAIN_CONTENT)
        self.to_fill(("2. Nguyên nhân",))

    def write_results(self) -> None:
        self.heading("II. KẾT QUẢ TIẾP CÔNG DÂN, XỬ LÝ ĐƠN, GIẢI QUYẾT KHIẾU NẠI, TỐ CÁO")
        for part in RESULTS:
            self.write_part(part)
        if not self.others:
            self.paragraph(NO_EARLIER)
        self.paragraph(PROTECTION, bold=True)
        self.paragraph(protected(protected_in(self.scope)))

    def write_part(self, part: Part) -> None:
        self.paragraph(part.title, bold=True)
        for sentence in part.says(self.now):
            self.paragraph(sentence)
        if self.others:
            self.write_table(part)

    def write_table(self, part: Part) -> None:
        """What is counted now beside each period that it is compared with."""
        named = [words for words, _ in self.others]
        heads = ["Chỉ tiêu", "Kỳ này", *(head for name in named for head in (name, "Tăng, giảm"))]
        table = self.document.add_table(rows=0, cols=len(heads), style="Table Grid")
        self.write_row(table, heads, bold=True)
        for words, form, column in part.rows:
            now = self.now[form][column]
            earlier = [forms[form][column] for _, forms in self.others]
            cells = [cell for then in earlier for cell in (written(then), change(now, then))]
            self.write_row(table, [words, written(now), *cells])
        line(self.document, "", size=6)

    def write_row(self, table: Any, cells: Iterable[str], *, bold: bool = False) -> None:
        for at, (cell, words) in enumerate(zip(table.add_row().cells, cells, strict=True)):
            paragraph = cell.paragraphs[0]
            paragraph.alignment = LEFT if at == 0 else WD_ALIGN_PARAGRAPH.CENTER
            run = paragraph.add_run(words)
            run.bold, run.font.size = bold, Pt(12)

    def beside(self, form: str, column: int) -> str:
        """“So với kỳ trước (9) tăng 2; so với cùng kỳ năm trước (11) không đổi.”"""
        now = self.now[form][column]
        found = [
            f"so với {words[:1].lower()}{words[1:]} ({written(forms[form][column])})"
            f" {change(now, forms[form][column])}"
            for words, forms in self.others
        ]
        sentence = "; ".join(found)
        return f"{sentence[:1].upper()}{sentence[1:]}." if sentence else ""

    def heading(self, words: str) -> None:
        written_line = line(self.document, words, bold=True, alignment=LEFT)
        written_line.paragraph_format.space_before = Pt(6)

    def paragraph(self, words: str, *, bold: bool = False) -> None:
        written_line = line(self.document, words, bold=bold, alignment=JUSTIFY)
        written_line.paragraph_format.first_line_indent = Mm(12.7)
        written_line.paragraph_format.space_after = Pt(6)

    def to_fill(self, points: Iterable[str]) -> None:
        for point in points or ("",):
            self.paragraph(f"{point}: {TO_FILL}" if point else TO_FILL)


def figures_of(scope: Scope) -> Forms:
    here = scope.read_once()
    return {form.number: form.figures(here) for form in FORMS.values()}


def protected_in(scope: Scope) -> dict[str, int]:
    rows = Protection.objects.granted_in(*scope.period.dates)
    if scope.unit:
        rows = rows.filter(denunciation__petition__unit=scope.unit)
    return rows.people_by_need()


def sheet_of(scope: Scope) -> Sheet:
    """Head and foot: of the office, or of a unit that reports to it."""
    here = office(scope.period.end)
    label = scope.period.label
    subject = (
        "Kết quả công tác tiếp công dân, xử lý đơn, giải quyết khiếu nại, tố cáo"
        f" {label[:1].lower()}{label[1:]}"
    )
    unit = scope.unit
    issuer = Office(name=unit.name, parent_body=here.name, place=here.place) if unit else here
    return Sheet(
        office=issuer,
        number=f"…/BC-{here.symbol}",
        dated=f"ngày … tháng … năm {scope.period.office_sends_on.year}",
        title="Báo cáo",
        subject=subject,
        text="",
        recipients=f"- {here.name};\n- Lưu." if unit else RECIPIENTS,
        signs_as=["Thủ trưởng đơn vị" if unit else "Giám đốc"],
        signer=TO_FILL,
    )


def number_pages(document: Any) -> None:
    """Centred above, from the second page on (Decree 30/2020, Phụ lục I)."""
    section = document.sections[0]
    section.different_first_page_header_footer = True
    paragraph = section.header.paragraphs[0]
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    field = OxmlElement("w:fldSimple")
    field.set("{http://schemas.openxmlformats.org/wordprocessingml/2006/main}instr", "PAGE")
    paragraph._p.append(field)


def compared_with(scope: Scope) -> list[tuple[str, Scope]]:
    """The text compares with the period before and the same one last year."""
    before, last_year = scope.period.previous(), scope.period.same_last_year()
    found = [("Kỳ trước", before), ("Cùng kỳ năm trước", last_year)]
    if before == last_year:
        found = found[1:]
    since = min(form.since for form in FORMS.values())
    return [(words, Scope(period, scope.unit)) for words, period in found if period.end >= since]
