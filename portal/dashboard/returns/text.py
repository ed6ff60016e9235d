"""Mẫu 02: the text of the periodic report as a draft in Word (TT 06/2025 Đ4, Mẫu 02).

Figures and comparisons are written in; what only people can say stands as dots to be filled.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Mm, Pt

from portal.office import office
from portal.returns import Amount, Scope
from portal.text import day

from .forms import FORMS

TO_FILL = "……"
PARTS = (
    (
        "I. TÌNH HÌNH KHIẾU NẠI, TỐ CÁO, KIẾN NGHỊ, PHẢN ÁNH",
        (
            "1. Tình hình khiếu nại, tố cáo (số lượng, tính chất, nội dung chủ yếu)",
            "2. Nguyên nhân",
        ),
    ),
    ("III. ĐÁNH GIÁ", ("1. Ưu điểm", "2. Tồn tại, hạn chế", "3. Nguyên nhân")),
    ("IV. DỰ BÁO", ()),
    ("V. PHƯƠNG HƯỚNG, NHIỆM VỤ KỲ TIẾP THEO", ()),
    ("VI. KIẾN NGHỊ, ĐỀ XUẤT", ()),
)


def write_text(target: IO[bytes], scope: Scope) -> None:
    Draft(scope).save(target)


class Draft:
    """The report of one period, of the office or of a unit."""

    def __init__(self, scope: Scope) -> None:
        self.scope = scope
        self.now = {form.number: form.figures(scope) for form in FORMS.values()}
        self.others = [
            (words, {form.number: form.figures(other) for form in FORMS.values()})
            for words, other in compared_with(scope)
        ]
        self.document: Any = Document()

    def save(self, target: IO[bytes]) -> None:
        self.set_page()
        self.write_head()
        first, *rest = PARTS
        self.write_part(*first)
        self.write_results()
        for part in rest:
            self.write_part(*part)
        self.document.save(target)

    def set_page(self) -> None:
        """A4, the margins and the letter of Decree 30/2020, Phụ lục I."""
        page = self.document.sections[0]
        page.page_width, page.page_height = Mm(210), Mm(297)
        page.left_margin, page.right_margin = Mm(30), Mm(20)
        page.top_margin = page.bottom_margin = Mm(20)
        letter = self.document.styles["Normal"]
        letter.font.name, letter.font.size = "Times New Roman", Pt(14)

    def write_head(self) -> None:
        start, end = self.scope.period.dates
        here = office(end)
        name = self.scope.unit.name if self.scope.unit else here.name
        self.line(here.parent_body.upper() if self.scope.unit is None else here.name.upper())
        self.line(name.upper(), bold=True)
        self.line(f"Số: …/BC-{here.symbol}")
        self.line("BÁO CÁO", bold=True)
        self.line(
            "Công tác tiếp công dân, xử lý đơn, giải quyết khiếu nại, tố cáo"
            f" {in_sentence(self.scope.period.label)}",
            bold=True,
        )
        self.line(f"(Số liệu tính từ ngày {day(start)} đến ngày {day(end)})", italic=True)

    def write_part(self, title: str, points: Iterable[str]) -> None:
        self.heading(title)
        for point in points or ("",):
            self.paragraph(f"{point}: {TO_FILL}" if point else TO_FILL)

    def write_results(self) -> None:
        self.heading("II. KẾT QUẢ TIẾP CÔNG DÂN, XỬ LÝ ĐƠN, GIẢI QUYẾT KHIẾU NẠI, TỐ CÁO")
        for title, sentences in RESULTS:
            self.paragraph(title, bold=True)
            for words, form, column in sentences:
                self.paragraph(self.sentence(words, form, column))
        for title in AFTER_RESULTS:
            self.paragraph(f"{title}: {TO_FILL}")

    def sentence(self, words: str, form: str, column: int) -> str:
        """“Tổng số đơn: 11 (kỳ trước 9, tăng 2).”"""
        value = self.now[form][column]
        beside = [
            f"{period} {written(figures[form][column])}, {change(value, figures[form][column])}"
            for period, figures in self.others
        ]
        return f"{words}: {written(value)}" + (f" ({'; '.join(beside)})." if beside else ".")

    def line(self, words: str, *, bold: bool = False, italic: bool = False) -> None:
        run = self.added(WD_ALIGN_PARAGRAPH.CENTER).add_run(words)
        run.bold, run.italic = bold, italic

    def heading(self, words: str) -> None:
        self.added(WD_ALIGN_PARAGRAPH.LEFT).add_run(words).bold = True

    def paragraph(self, words: str, *, bold: bool = False) -> None:
        paragraph = self.added(WD_ALIGN_PARAGRAPH.JUSTIFY)
        paragraph.paragraph_format.first_line_indent = Mm(12.7)
        paragraph.add_run(words).bold = bold

    def added(self, alignment: Any) -> Any:
        paragraph = self.document.add_paragraph()
        paragraph.alignment = alignment
        paragraph.paragraph_format.space_after = Pt(6)
        return paragraph


RESULTS = (
    (
        "1. Tiếp công dân (biểu 01/TCD)",
        (
            ("Tổng số lượt tiếp", "01", 1),
            ("Số người được tiếp", "01", 2),
            ("Số vụ việc", "01", 3),
            ("Số đoàn đông người", "01", 4),
            ("Số ngày Thủ trưởng tiếp", "01", 10),
            ("Số ngày ủy quyền tiếp", "01", 16),
        ),
    ),
    (
        "2. Tiếp nhận, phân loại, xử lý đơn (biểu 02/XLD)",
        (
            ("Tổng số đơn phải xử lý", "02", 1),
            ("Số đơn đã xử lý", "02", 2),
            ("Số đơn đủ điều kiện xử lý", "02", 3),
            ("Đơn thuộc thẩm quyền", "02", 4),
            ("trong đó khiếu nại", "02", 6),
            ("tố cáo", "02", 12),
            ("kiến nghị, phản ánh", "02", 19),
            ("Đơn không thuộc thẩm quyền, đã hướng dẫn hoặc chuyển", "02", 23),
        ),
    ),
    (
        "3. Giải quyết khiếu nại, tố cáo (biểu 03/GQKN, 04/GQTC)",
        (
            ("Vụ việc khiếu nại thuộc thẩm quyền", "03", 2),
            ("đã thụ lý giải quyết", "03", 4),
            ("Quyết định giải quyết khiếu nại đã ban hành", "03", 7),
            ("Vụ việc tố cáo thuộc thẩm quyền", "04", 2),
            ("đã thụ lý giải quyết", "04", 4),
            ("Kết luận nội dung tố cáo đã ban hành", "04", 7),
        ),
    ),
)
AFTER_RESULTS = (
    "4. Thi hành quyết định giải quyết khiếu nại, thực hiện kết luận nội dung tố cáo"
    " (biểu 05/KQTH)",
    "5. Bảo vệ người tố cáo",
    "6. Công tác quản lý nhà nước (biểu 06/QLKNTC)",
)


def compared_with(scope: Scope) -> list[tuple[str, Scope]]:
    """The text compares with the period before and the same one last year."""
    before, last_year = scope.period.previous(), scope.period.same_last_year()
    found = [("kỳ trước", before), ("cùng kỳ năm trước", last_year)]
    if before == last_year:
        found = found[1:]
    since = min(form.since for form in FORMS.values())
    return [(words, Scope(period, scope.unit)) for words, period in found if period.end >= since]


def change(now: Amount, then: Amount) -> str:
    if now == then:
        return "không đổi"
    return f"{'tăng' if now > then else 'giảm'} {written(abs(now - then))}"


def written(value: Amount) -> str:
    """1.234,5"""
    return f"{value:,}".replace(",", " ").replace(".", ",").replace(" ", ".")


def in_sentence(label: str) -> str:
    return label[:1].lower() + label[1:]
