"""A csv or xlsx file as headed rows of text, each with its line number."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook

from portal.importing.cells import as_text

DELIMITERS = ",;\t"


class Wrong(Exception):
    """The file as a whole cannot be read, with one Vietnamese sentence."""


@dataclass(frozen=True)
class Sheet:
    """Headings, and rows as (line in the file, cells)."""

    headings: list[str]
    rows: list[tuple[int, list[str]]]


def read_sheet(path: Path) -> Sheet:
    """Read the first table of the file; raises ``Wrong``."""
    try:
        content = path.read_bytes()
    except OSError:
        raise Wrong(f"Không mở được tệp {path.name}.") from None
    if not content:
        raise Wrong("Tệp rỗng, không có nội dung.")
    cells = workbook(content) if content.startswith(b"PK") else separated(content)
    lines = [(number, row) for number, row in enumerate(cells, start=1) if any(map(str.strip, row))]
    if not lines:
        raise Wrong("Tệp không có dòng nào.")
    return Sheet([heading.strip() for heading in lines[0][1]], lines[1:])


def separated(content: bytes) -> Iterator[list[str]]:
    """Lines of csv, UTF-8 with or without a mark at its start."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Wrong("Tệp CSV phải lưu ở dạng UTF-8.") from None
    if "\0" in text:
        raise Wrong("Tệp không phải CSV: có ký tự NUL.")
    heading = text.split("\n", 1)[0]
    delimiter = max(DELIMITERS, key=heading.count)
    csv.field_size_limit(2**22)
    try:
        yield from csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    except csv.Error:
        raise Wrong("Tệp CSV có dấu ngoặc kép mở mà không đóng.") from None


def workbook(content: bytes) -> Iterator[list[str]]:
    """Rows of the first sheet of a workbook."""
    try:
        book = CalamineWorkbook.from_filelike(io.BytesIO(content))
        sheet = book.get_sheet_by_index(0)
    except (CalamineError, IndexError):
        raise Wrong("Tệp Excel không mở được; mở bằng Excel, lưu lại rồi thử lại.") from None
    for row in sheet.iter_rows():
        yield [as_text(value) for value in row]
