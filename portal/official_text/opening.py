"""A file by its content to the document it holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from portal.official_text.blocks import Source, Unreadable
from portal.official_text.pdf import read_pdf
from portal.official_text.plain import read_plain
from portal.official_text.reading import Reading, understand
from portal.official_text.repealed import REPEALED
from portal.official_text.word import read_word
from portal.working_days import Calendar, delivered_calendar

MAX_BYTES = 30 * 2**20
OLD_WORD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
RICH_TEXT = b"{\\rtf"


def read_document(
    content: bytes,
    *,
    name: str,
    calendar: Calendar | None = None,
    repealed: Mapping[str, date] = REPEALED,
) -> Reading:
    """Raises ``Unreadable``."""
    source = open_source(content, name)
    return understand(source, calendar=calendar or delivered_calendar(), repealed=repealed)


def open_source(content: bytes, name: str) -> Source:
    if not content.strip():
        raise Unreadable(f"Tệp “{name}” rỗng, không có nội dung.")
    if len(content) > MAX_BYTES:
        raise Unreadable(f"Tệp “{name}” lớn hơn 30 MB. Xin tách thành nhiều tệp nhỏ hơn.")
    if content.startswith(OLD_WORD):
        raise Unreadable(
            f"Tệp “{name}” là Word kiểu cũ (.doc). Xin mở bằng Word rồi lưu lại .docx."
        )
    if content.startswith(RICH_TEXT):
        raise Unreadable(f"Tệp “{name}” là RTF. Xin mở bằng Word rồi lưu lại dạng .docx.")
    if content.startswith(b"%PDF-"):
        return read_pdf(content, name)
    if content.startswith(b"PK"):
        return read_word(content, name)
    return read_plain(content)
