"""What a Word file says: every paragraph for comparing, the words between head and foot to read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from io import BytesIO
from typing import Any
from zipfile import BadZipFile

from docx import Document
from docx.oxml.ns import qn

from portal.documents.placeholders import PLACE
from portal.text import storable

TEXT, TAB, BREAK, DELETED = qn("w:t"), qn("w:tab"), qn("w:br"), qn("w:del")
PARAGRAPH, TABLE = qn("w:p"), qn("w:tbl")
CHANGED = (qn("w:ins"), DELETED)
SPACES = re.compile(r"[ \t\u00a0]+")


class Unreadable(ValueError):
    """The sentence that says so."""


def opened(content: bytes, name: str) -> Any:
    try:
        return Document(BytesIO(content))
    except (KeyError, ValueError, SyntaxError, BadZipFile) as problem:
        raise Unreadable(f"Tệp “{name}” bị hỏng, không đọc được lời văn. Xin lưu lại.") from problem


def paragraphs_in(document: Any) -> list[str]:
    """All that is written, in order, without the empty ones."""
    return [words for element in document.element.body.iter(PARAGRAPH) if (words := said(element))]


def said(paragraph: Any) -> str:
    """With what was inserted and not yet accepted, without what was crossed out."""
    parts = []
    for node in paragraph.iter(TEXT, TAB, BREAK):
        if node.tag == TEXT:
            parts.append(node.text or "")
        else:
            parts.append(" " if node.tag == TAB else "\n")
    return SPACES.sub(" ", storable("".join(parts))).strip()


def body_of(document: Any, *, headings: Sequence[str]) -> str:
    """Between the table of the head and that of the foot, without the title."""
    elements = [each for each in document.element.body if each.tag in (PARAGRAPH, TABLE)]
    tables = [at for at, each in enumerate(elements) if each.tag == TABLE]
    first = tables[0] + 1 if tables and tables[0] <= 1 else 0
    last = tables[-1] if len(tables) > 1 and tables[-1] >= len(elements) - 2 else len(elements)
    told = [words_of(each) for each in elements[first:last]]
    titles = [re.compile(title_pattern(words), re.IGNORECASE) for words in headings if words]
    kept = (words for words in told if words and not any(each.fullmatch(words) for each in titles))
    return "\n\n".join(kept)


def title_pattern(words: str) -> str:
    """A title as a form writes it, whatever its places were filled with."""
    return ".*".join(re.escape(part) for part in PLACE.split(words)[::2])


def words_of(element: Any) -> str:
    if element.tag == PARAGRAPH:
        return said(element)
    rows = element.iter(qn("w:tr"))
    cells = [[said(p) for p in row.iter(PARAGRAPH)] for row in rows]
    return "\n".join(" | ".join(row) for row in cells if any(row))


def has_open_changes(document: Any) -> bool:
    """Whether somebody still has to accept or refuse what others changed."""
    return next(document.element.body.iter(*CHANGED), None) is not None
