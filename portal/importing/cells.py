"""What stands in one cell, read as what its column wants; each refusal is one sentence.

No sentence repeats what was typed: a cell may hold somebody's name or number.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any

from portal.text import clean

Cell = Callable[[str], Any]
DAY_FORMS = ("%Y-%m-%d", "%d/%m/%Y")
BLANKS = re.compile(r"\s+")
WHOLE = re.compile(r"\d{1,9}")


class Unreadable(ValueError):
    """A cell that is not what its column wants, with the sentence for its line."""


def one_line(longest: int = 300) -> Cell:
    """One line of text, composed (NFC)."""

    def read(typed: str) -> str:
        words = BLANKS.sub(" ", cleaned(typed)).strip()
        if len(words) > longest:
            raise Unreadable(f"Dài quá {longest} ký tự.")
        return words

    return read


def lines_of_text(longest: int = 20_000) -> Cell:
    """Text of several lines."""

    def read(typed: str) -> str:
        words = cleaned(typed).strip()
        if len(words) > longest:
            raise Unreadable(f"Dài quá {longest} ký tự.")
        return words

    return read


def cleaned(typed: str) -> str:
    try:
        return clean(typed)
    except ValueError as refusal:
        raise Unreadable(str(refusal)) from refusal


def read_day(typed: str) -> date | None:
    """``yyyy-mm-dd`` or ``dd/mm/yyyy``."""
    words = typed.strip()
    if not words:
        return None
    for form in DAY_FORMS:
        try:
            return datetime.strptime(words, form).date()
        except ValueError:
            continue
    raise Unreadable("Ngày viết dạng 2026-08-03 hoặc 03/08/2026, và phải có trong lịch.")


def whole_number(*, least: int = 0, most: int = 10**6) -> Cell:
    def read(typed: str) -> int | None:
        words = typed.strip()
        if not words:
            return None
        if not WHOLE.fullmatch(words) or not least <= int(words) <= most:
            raise Unreadable(f"Phải là số nguyên từ {least} đến {most}.")
        return int(words)

    return read


def choice(values: Mapping[str, Any]) -> Cell:
    """One of the codes; the sentence lists them."""

    def read(typed: str) -> Any:
        words = typed.strip()
        if not words:
            return None
        if words not in values:
            raise Unreadable(f"Phải là một trong các mã: {', '.join(values)}.")
        return values[words]

    return read


flag = choice({"1": True, "0": False})
"""1 is yes, 0 is no, empty is not known."""
