"""Run as a program of its own: the rows of a workbook's first sheet, one JSON line each.

A workbook of five kilobytes may claim seventeen thousand million cells; whatever it does to its
reader happens here, in a process with little memory and time, and ends with it.
"""

from __future__ import annotations

import io
import json
import re
import resource
import sys
import zipfile
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

SECONDS, BYTES = 60, 2 * 2**30
MOST_CELLS = 20_000_000
TOO_MUCH, UNREADABLE = 3, 4
NOTHING_IN_IT = "\ue000"
"""Stands in a cell whose formula has no result, or an error for a result."""
SPOILT = (
    *(CalamineError, zipfile.BadZipFile),
    *(IndexError, KeyError, StopIteration, ValueError),
)
SHEET = re.compile(rb"""<(?:\w+:)?sheet\b[^>]*?:id=["'](?P<id>[^"']+)["']""")
LINK = re.compile(rb"<(?:\w+:)?Relationship\b[^>]*>")
CELL = re.compile(rb"<(?:\w+:)?c\b(?P<says>[^>]*?)(?:/>|>(?P<holds>.*?)</(?:\w+:)?c>)", re.DOTALL)
PLACE = re.compile(rb"""\br=["'](?P<column>[A-Z]{1,3})(?P<row>\d{1,7})["']""")
AN_ERROR = re.compile(rb"""\bt=["']e["']""")
FORMULA = re.compile(rb"<(?:\w+:)?f\b")
VALUE = re.compile(rb"<(?:\w+:)?v\b")


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))


def as_text(value: Any) -> str:
    """A cell of a workbook as it would be typed: days as yyyy-mm-dd, numbers without ``.0``."""
    if value is None:
        return ""
    if isinstance(value, datetime):
        return value.date().isoformat()
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, bool):
        return "1" if value else "0"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value)


def rows(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """(line in the file, cells) of every line that holds something."""
    sheet = CalamineWorkbook.from_filelike(io.BytesIO(content)).get_sheet_by_index(0)
    if sheet.total_height * sheet.total_width > MOST_CELLS:
        sys.exit(TOO_MUCH)
    empty = without_result(content)
    margin = [""] * (sheet.start[1] if sheet.start else 0)
    for line, cells in enumerate(sheet.iter_rows(), start=1):
        texts = margin + [as_text(value) for value in cells]
        for column in empty.get(line, ()):
            texts.extend([""] * (column + 1 - len(texts)))
            texts[column] = NOTHING_IN_IT
        if any(map(str.strip, texts)):
            yield line, texts


def without_result(content: bytes) -> dict[int, list[int]]:
    """Columns by line where a formula was saved without its result, or came to an error."""
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        text = package.read(first_sheet(package))
    found: dict[int, list[int]] = {}
    if not (FORMULA.search(text) or AN_ERROR.search(text)):
        return found
    for cell in CELL.finditer(text):
        holds = cell["holds"] or b""
        unsaid = FORMULA.search(holds) and not VALUE.search(holds)
        if (unsaid or AN_ERROR.search(cell["says"])) and (place := PLACE.search(cell["says"])):
            found.setdefault(int(place["row"]), []).append(column_of(place["column"]))
    return found


def first_sheet(package: zipfile.ZipFile) -> str:
    """The part that holds the sheet which a reader sees first."""
    sheets = SHEET.search(package.read("xl/workbook.xml"))
    links = LINK.findall(package.read("xl/_rels/workbook.xml.rels"))
    if sheets is None:
        raise KeyError("no sheet")
    link = next(each for each in links if sheets["id"] in quoted(each, b"Id"))
    target = quoted(link, b"Target")[0].decode()
    return target.lstrip("/") if target.startswith("/") else f"xl/{target}"


def quoted(tag: bytes, name: bytes) -> list[bytes]:
    return re.findall(rb"""\s%s=["']([^"']*)["']""" % name, tag)


def column_of(letters: bytes) -> int:
    place = 0
    for letter in letters:
        place = place * 26 + letter - ord("A") + 1
    return place - 1


def main() -> None:
    content = sys.stdin.buffer.read()
    limit()
    try:
        for row in rows(content):
            sys.stdout.write(json.dumps(row) + "\n")
    except SPOILT:
        sys.exit(UNREADABLE)


if __name__ == "__main__":
    main()
