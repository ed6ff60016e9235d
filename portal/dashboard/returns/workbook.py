"""A form as a workbook in the layout of the circular: heads that span, codes, lines, signatures."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal
from pathlib import Path
from typing import IO, Any

import xlsxwriter

from portal.office import office
from portal.returns import Form, Scope, heading_rows
from portal.text import day

TOP = 6
"""Rows above the head: the two bodies, the title, the period, the report it belongs to."""


def write_workbook(
    target: Path | IO[bytes], form: Form, scope: Scope, lines: Sequence[Any]
) -> None:
    """A4 landscape, one page wide; the last line is the sum of the office."""
    with xlsxwriter.Workbook(target) as book:
        Sheet(book, form, scope).write(lines)


class Sheet:
    """One form on one sheet."""

    def __init__(self, book: Any, form: Form, scope: Scope) -> None:
        self.book, self.form, self.scope = book, form, scope
        self.sheet = book.add_worksheet(form.code.replace("/", "-"))
        self.last = len(form.columns) + 1
        self.heads = heading_rows(form.columns)
        face = {"font_name": "Times New Roman", "font_size": 11, "text_wrap": True}
        boxed = face | {"border": 1, "align": "center", "valign": "vcenter"}
        self.plain = book.add_format(face | {"align": "center"})
        self.bold = book.add_format(face | {"align": "center", "bold": True})
        self.slanted = book.add_format(face | {"align": "center", "italic": True})
        self.head = book.add_format(boxed | {"bold": True})
        self.code = book.add_format(boxed | {"italic": True})
        self.cell = book.add_format(boxed | {"num_format": "#,##0.##"})
        self.whole = book.add_format(boxed | {"num_format": "#,##0"})
        self.name = book.add_format(boxed | {"align": "left"})

    def write(self, lines: Sequence[Any]) -> None:
        self.set_page()
        self.write_title()
        below = self.write_head(TOP)
        for row, line in enumerate(lines, start=below):
            self.write_line(row, line)
        self.write_signatures(below + len(lines) + 1)

    def set_page(self) -> None:
        self.sheet.set_landscape()
        self.sheet.set_paper(9)
        self.sheet.fit_to_pages(1, 0)
        self.sheet.set_margins(left=0.4, right=0.4, top=0.5, bottom=0.5)
        self.sheet.set_column(0, 0, 24)
        self.sheet.set_column(1, self.last, 8)

    def write_title(self) -> None:
        start, end = self.scope.period.dates
        here = office(end)
        lines = (
            (0, here.parent_body.upper(), self.plain),
            (1, here.name.upper(), self.bold),
        )
        for row, words, how in lines:
            self.sheet.merge_range(row, 0, row, 4, words, how)
        self.across(0, f"Biểu số: {self.form.code}", self.plain, first=self.last - 4)
        self.across(2, self.form.title.upper(), self.bold)
        self.across(3, f"Số liệu tính từ ngày {day(start)} đến ngày {day(end)}", self.slanted)
        self.across(4, "(Kèm theo Báo cáo số … ngày … của …)", self.slanted)

    def across(self, row: int, words: str, how: Any, *, first: int = 0) -> None:
        self.sheet.merge_range(row, first, row, self.last, words, how)

    def write_head(self, top: int) -> int:
        """Returns the first row below; the row of codes is “MS”."""
        depth = len(self.heads)
        self.span(top, 0, depth, 1, self.form.lines_are)
        self.span(top, self.last, depth, 1, "Ghi chú")
        for row, cells in enumerate(self.heads, start=top):
            for cell in cells:
                self.span(row, cell.first + 1, cell.deep, cell.wide, cell.words)
        codes = ["MS", *(str(column.number) for column in self.form.columns), str(self.last)]
        self.sheet.write_row(top + depth, 0, codes, self.code)
        return top + depth + 1

    def span(self, row: int, column: int, deep: int, wide: int, words: str) -> None:
        if deep == wide == 1:
            self.sheet.write_string(row, column, words, self.head)
        else:
            self.sheet.merge_range(row, column, row + deep - 1, column + wide - 1, words, self.head)

    def write_line(self, row: int, line: Any) -> None:
        self.sheet.write_string(row, 0, line.name, self.name)
        for column, value in enumerate(line.figures.values(), start=1):
            how = self.cell if isinstance(value, Decimal) else self.whole
            self.sheet.write(row, column, value, how)
        self.sheet.write_blank(row, self.last, None, self.cell)

    def write_signatures(self, row: int) -> None:
        middle = self.last // 2
        place = office(self.scope.period.end).place or "…"
        self.across(row, f"{place}, ngày … tháng … năm …", self.slanted, first=middle)
        self.sheet.merge_range(row + 1, 0, row + 1, middle - 1, "NGƯỜI LẬP BIỂU", self.bold)
        self.across(row + 1, "THỦ TRƯỞNG ĐƠN VỊ", self.bold, first=middle)
