"""What the papers of democracy share: paragraphs, tables with heads."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from typing import Any

from docx.shared import Mm, Pt

from portal.documents import CENTER, JUSTIFY, LEFT, line

DOTS = "……………………………………"


def paragraph(document: Any, words: str, *, bold: bool = False) -> None:
    written = line(document, words, bold=bold, alignment=JUSTIFY)
    written.paragraph_format.first_line_indent = Mm(12.7)
    written.paragraph_format.space_after = Pt(6)


def write_table(
    document: Any, heads: Sequence[str], rows: Iterable[Sequence[str]], *, texts: Container[int]
) -> None:
    """``texts``: the columns whose words begin at the left; numbers stand in the middle."""
    table = document.add_table(rows=0, cols=len(heads), style="Table Grid")
    write_row(table, heads, bold=True, texts=texts)
    for row in rows:
        write_row(table, row, texts=texts)
    line(document, "", size=6)


def write_row(
    table: Any, cells: Iterable[str], *, bold: bool = False, texts: Container[int]
) -> None:
    for at, (cell, words) in enumerate(zip(table.add_row().cells, cells, strict=True)):
        written = cell.paragraphs[0]
        written.alignment = LEFT if at in texts and not bold else CENTER
        run = written.add_run(words)
        run.bold, run.font.size = bold, Pt(12)
