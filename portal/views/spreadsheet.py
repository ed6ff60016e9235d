"""A table as an Excel file: written row by row, text always text, dates always dates."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from tempfile import TemporaryFile
from typing import Any

import xlsxwriter
from django.http import FileResponse

DANGEROUS = ("=", "+", "-", "@", "\t", "\r", "＝")
"""What a spreadsheet may take for a formula; such a cell is marked as text."""

TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
DAY = {"num_format": "dd/mm/yyyy", "align": "left"}


def spreadsheet(
    headings: Sequence[tuple[str, int]], rows: Iterable[Sequence[Any]], *, name: str, title: str
) -> FileResponse:
    """``headings``: words and width in characters. The file is on disk, never whole in memory."""
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    with xlsxwriter.Workbook(file, {"constant_memory": True}) as book:
        sheet = book.add_worksheet(title[:31])
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        for column, (words, width) in enumerate(headings):
            sheet.set_column(column, column, width)
            sheet.write_string(0, column, words, bold)
        sheet.freeze_panes(1, 0)
        write_rows(book, sheet, rows)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.xlsx", content_type=TYPE)


def write_rows(book: Any, sheet: Any, rows: Iterable[Sequence[Any]]) -> None:
    day, marked = book.add_format(DAY), book.add_format({"quote_prefix": True})
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row):
            if isinstance(value, date):
                sheet.write_datetime(number, column, datetime(*value.timetuple()[:3]), day)
            elif value:
                text = str(value)
                sheet.write_string(
                    number, column, text, marked if text.startswith(DANGEROUS) else None
                )
