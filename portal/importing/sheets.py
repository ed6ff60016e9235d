"""A csv or xlsx file as headed rows of text, each with its line number."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from portal.importing.opening import UNREADABLE

DELIMITERS = ",;\t"
PROGRAM = Path(__file__).with_name("opening.py")
REMARK = "#"
"""A first line that begins so says where the table comes from."""
PATIENCE = 90  # seconds
TOO_LARGE = "Tệp xlsx phình quá lớn khi mở ra; chép riêng bảng cần nhập sang một tệp mới."


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
    lines = list(workbook(content) if content.startswith(b"PK") else separated(content))
    if lines and lines[0][1][0].startswith(REMARK):
        lines = lines[1:]
    if not lines:
        raise Wrong("Tệp không có dòng nào.")
    return Sheet([heading.strip() for heading in lines[0][1]], lines[1:])


def separated(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Lines of csv, UTF-8 with or without a mark at its start."""
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise Wrong("Tệp CSV phải lưu ở dạng UTF-8.") from None
    if "\0" in text:
        raise Wrong("Tệp không phải CSV: có ký tự NUL.")
    first, _, others = text.partition("\n")
    heading = others.partition("\n")[0] if first.startswith(REMARK) else first
    delimiter = max(DELIMITERS, key=heading.count)
    csv.field_size_limit(2**22)
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
        for number, row in enumerate(rows, start=1):
            if any(map(str.strip, row)):
                yield number, row
    except csv.Error:
        raise Wrong("Tệp CSV có dấu ngoặc kép mở mà không đóng.") from None


def workbook(content: bytes) -> Iterator[tuple[int, list[str]]]:
    """Lines of the first sheet of a workbook, opened in a process of its own."""
    command = [sys.executable, "-I", str(PROGRAM)]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=PATIENCE, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        raise Wrong(TOO_LARGE) from None
    if done.returncode == UNREADABLE:
        raise Wrong("Tệp xlsx không mở được; lưu lại bằng Excel rồi thử lại.")
    if done.returncode:
        raise Wrong(TOO_LARGE)
    for line in done.stdout.splitlines():
        number, cells = json.loads(line)
        yield number, cells
