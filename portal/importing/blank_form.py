"""The form that an office fills in: headings, a sentence under each, lists to choose from."""

from __future__ import annotations

from collections.abc import Sequence
from typing import IO, Any

import xlsxwriter

from portal.importing.headings import letter_of
from portal.importing.tables import Column, Register

LISTS = "Danh mục"
LINES = 5_000
"""So many lines offer their lists; more can be filled in, the check is the same."""
NARROW, WIDE = 14, 40


def write_form(target: IO[bytes], register: Register, *, title: str) -> None:
    """All cells are text: what is typed is what is read, a leading zero stays."""
    with xlsxwriter.Workbook(target) as book:
        sheet = book.add_worksheet(title[:31])
        lists = Lists(book)
        text = book.add_format({"num_format": "@", "text_wrap": True, "valign": "top"})
        for place, column in enumerate(register.columns):
            width = max(NARROW, min(WIDE, len(column.label) + 4))
            sheet.set_column(place, place, width, text)
            offer(sheet, place, lists.range_of(column))
        write_heads(book, sheet, register.columns)
        lists.close()


def write_heads(book: Any, sheet: Any, columns: Sequence[Column]) -> None:
    face = {"text_wrap": True, "valign": "top", "num_format": "@"}
    head = book.add_format(face | {"bold": True, "bg_color": "#E8EEF4", "bottom": 1})
    hint = book.add_format(face | {"italic": True, "font_color": "#555555", "bottom": 1})
    for place, column in enumerate(columns):
        sheet.write_string(0, place, f"{column.label}{' *' if column.needed else ''}", head)
        sheet.write_string(1, place, column.hint, hint)
    sheet.set_row(1, 75)
    sheet.freeze_panes(2, 0)


def offer(sheet: Any, place: int, names: str) -> None:
    if names:
        rule = {
            "validate": "list",
            "source": names,
            "error_title": "Chọn trong danh sách",
            "error_message": "Bấm mũi tên ở ô để chọn.",
        }
        sheet.data_validation(2, place, LINES + 1, place, rule)


class Lists:
    """The second sheet, a column for each list."""

    def __init__(self, book: Any) -> None:
        self.sheet = book.add_worksheet(LISTS)
        self.bold = book.add_format({"bold": True})
        self.count = 0

    def range_of(self, column: Column) -> str:
        """Where the names of this column stand; nothing where anything may be typed."""
        names = list(column.options or (column.offered() if column.offered else ()))
        if not names:
            return ""
        self.sheet.write_string(0, self.count, column.label, self.bold)
        for line, name in enumerate(names, start=1):
            self.sheet.write_string(line, self.count, name)
        letter = letter_of(self.count)
        self.count += 1
        return f"='{LISTS}'!${letter}$2:${letter}${len(names) + 1}"

    def close(self) -> None:
        if self.count:
            self.sheet.set_column(0, self.count - 1, 34)
