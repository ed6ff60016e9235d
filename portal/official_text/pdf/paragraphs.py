"""Lines of a page to paragraphs: a line that fills its width goes on in the next."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from portal.official_text.blocks import Paragraph
from portal.official_text.numbering import split_label
from portal.official_text.pdf.places import Word, rows_of_words, text_of

COLUMN_GAP = 24.0
FULL = 0.88
INDENT = 8.0
APART = 2.2  # line heights


@dataclass(frozen=True)
class PageLine:
    left: float
    right: float
    bottom: float
    top: float
    text: str

    @property
    def height(self) -> float:
        return max(self.top - self.bottom, 1.0)


def paragraphs_of(words: list[Word], *, width: float) -> Iterator[Paragraph]:
    lines: list[PageLine] = []
    for row in rows_of_words(words):
        pieces = split_columns(row)
        if len(pieces) > 1 or (beside(lines, pieces[0], width) and lines):
            yield from flowing(lines, width)
            lines = []
            yield from (Paragraph(piece.text) for piece in pieces)
        else:
            lines.append(pieces[0])
    yield from flowing(lines, width)


def beside(lines: list[PageLine], line: PageLine, width: float) -> bool:
    """Never joined to what stands above: it begins far to the right, like a signature."""
    return line.left > 0.5 * width and bool(lines) and lines[-1].left < 0.4 * width


def split_columns(row: list[Word]) -> list[PageLine]:
    pieces: list[list[Word]] = [[row[0]]]
    for before, word in pairwise(row):
        if word.left - before.right > COLUMN_GAP:
            pieces.append([])
        pieces[-1].append(word)
    return [
        PageLine(
            piece[0].left,
            piece[-1].right,
            min(word.bottom for word in piece),
            max(word.top for word in piece),
            text_of(piece),
        )
        for piece in pieces
    ]


def flowing(lines: list[PageLine], width: float) -> Iterator[Paragraph]:
    if not lines:
        return
    left = min(line.left for line in lines)
    right = max(max(line.right for line in lines), 0.6 * width)
    text, before = "", None
    for line in lines:
        if before is not None and goes_on(before, line, left=left, right=right):
            text = f"{text} {line.text}"
        else:
            if text:
                yield Paragraph(text)
            text = line.text
        before = line
    yield Paragraph(text)


def goes_on(before: PageLine, line: PageLine, *, left: float, right: float) -> bool:
    """The line above is full and this one begins neither an item nor an indented paragraph."""
    label, _ = split_label(line.text)
    if label.words or before.bottom - line.top > APART * line.height:
        return False
    is_full = before.right - left > FULL * (right - left)
    return is_full and line.left < left + INDENT
