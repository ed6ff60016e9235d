"""A text file as paragraphs; lines between bars are rows of a table."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from portal.official_text.blocks import Block, Cell, Paragraph, Source, Table, Unreadable
from portal.official_text.numbering import split_label

OLD_LETTERS = (
    "Tệp dùng bảng chữ cũ (TCVN3 hoặc VNI). Xin chuyển sang Unicode bằng Unikey rồi lưu lại."
)
NOT_TEXT = "Tệp này không phải tệp chữ đọc được. Xin lưu lại thành .docx hoặc .txt dạng UTF-8."
EMPTY = "Tệp này không có chữ nào."
BREAK = "⏎"  # how copies of web pages show a line break inside a cell
WRAPPED, FEW = 110, 3
ROW = re.compile(r"^\s*\|.*\|\s*$")
RULE = re.compile(r"^[\s|:=_*-]*$")
# TCVN3 and VNI write Vietnamese with the letters of Western Europe
TCVN3 = re.compile(
    "[\u00b5-\u00b9\u00bb-\u00bf\u00c6-\u00cb\u00ae\u00a8\u00a9\u00ad\u00d6-\u00d8\u00f7]"
)
VNI = re.compile(
    "[aAeEoOuUyYôÔ][\u00f8\u00f9\u00fb\u00d8\u00d9\u00db\u00e2\u00e0\u00e1\u00e5\u00e4\u00ef\u00c2]"
)
VIETNAMESE = re.compile("[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]", re.I)


def read_plain(content: bytes) -> Source:
    text = unicodedata.normalize("NFC", decoded(content))
    refuse_old_letters(text)
    blocks = tuple(blocks_of(unwrapped(text.splitlines())))
    if not blocks:
        raise Unreadable(EMPTY)
    return Source(blocks)


def decoded(content: bytes) -> str:
    """UTF-8 with or without a mark, UTF-16 with one; nothing else is guessed at."""
    encoding = "utf-16" if content.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8-sig"
    try:
        text = content.decode(encoding)
    except UnicodeDecodeError:
        text = old(content)
    if "\x00" in text:
        raise Unreadable(NOT_TEXT)
    return text


def old(content: bytes) -> str:
    """Bytes that are no UTF-8: the old letters are told by name, the rest is no text at all."""
    if b"\x00" in content:
        raise Unreadable(NOT_TEXT)
    text = content.decode("latin-1")
    letters = sum(letter.isalpha() or letter.isspace() for letter in text)
    raise Unreadable(OLD_LETTERS if letters > 0.6 * len(text) else NOT_TEXT)


def refuse_old_letters(text: str) -> None:
    """Old letters may also come inside a perfectly good UTF-8 file."""
    words = len(text.split())
    strange = len(TCVN3.findall(text)) + len(VNI.findall(text))
    if words > 20 and strange > words / 4 and strange > 2 * len(VIETNAMESE.findall(text)):
        raise Unreadable(OLD_LETTERS)


def unwrapped(lines: list[str]) -> list[str]:
    """Lines cut at one width, as an old editor leaves them, made whole again."""
    width = max(map(len, lines), default=0)
    if width > WRAPPED or sum(is_full(line, width) for line in lines) < FEW:
        return lines
    whole: list[str] = []
    before = ""
    for line in lines:
        if is_full(before, width) and not split_label(line.strip())[0].words and line.strip():
            whole[-1] = f"{whole[-1]} {line.strip()}"
        else:
            whole.append(line)
        before = line
    return whole


def is_full(line: str, width: int) -> bool:
    """It reaches the margin in the middle of a sentence."""
    text = line.rstrip()
    filled = len(text) > 0.75 * width and not ROW.match(line)
    return filled and not text.isupper() and text[-1:] not in ".;:!?…" and "    " not in text


def blocks_of(lines: Iterable[str]) -> Iterator[Block]:
    rows: list[tuple[int, str]] = []
    for place, line in enumerate(lines):
        if ROW.match(line):
            rows.append((place, line))
            continue
        if not line.strip():
            continue  # a blank line between two rows does not end the table
        if rows:
            yield table_of(rows)
            rows = []
        yield Paragraph(line.strip(), place=place)
    if rows:
        yield table_of(rows)


def table_of(lines: list[tuple[int, str]]) -> Table:
    rows = [
        tuple(Cell(cell.replace(BREAK, "\n").strip()) for cell in line.strip()[1:-1].split("|"))
        for _, line in lines
        if not RULE.match(line)
    ]
    return Table(tuple(rows), place=lines[0][0])
