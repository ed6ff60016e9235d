"""The blocks of a document as lines: split where two were glued, joined where one was broken."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from portal.official_text.blocks import Block, Paragraph, Table
from portal.official_text.letters import vietnamese
from portal.official_text.numbering import ALONE, NO_LABEL, Label, split_label
from portal.official_text.table_shapes import columns_of, continues, under_heading
from portal.text import BLANKS

HEADS_APART = re.compile(r"(?<=[.:;/|)]) *\|? *(?=Nơi nhận\s*:)")
COLUMNS_OF_SPACES = vietnamese(
    r"(?<=\S)(?: {4,}+|\t{2,}+ *+|\t(?=CỘNG HÒA|Độc lập|[^\t]{1,30}, ngày))(?=[A-ZĐÀ-Ỹ])"
)
WIDE_GAP = re.compile(r" {8,}+")
NO_END = re.compile(r"[^.;:!?…”\"/)|]$|\b(?:và|của|các|theo|về)$")
HALVES = re.compile(r"^[-–] ?(?:xã hội|nghề nghiệp|Khen thưởng|[Tt]hương binh|20\d\d\b)")
FIRST_HALF = re.compile(
    r"(?:chính trị|kinh tế|văn hóa|văn hoá|tổ chức xã hội|xã hội|[Tt]hi đua|[Ll]ao động|20\d\d)$"
)
YEAR_LEFT = re.compile(r"^20\d\d[.;,]?$")


@dataclass(frozen=True)
class Line:
    """`text` is without its label; `table` stands where a table of tasks stands.

    `beside`: it stood in a cell of another table, which holds no items of the text.
    """

    text: str
    label: Label = NO_LABEL
    place: int = 0
    joined: bool = False
    table: Table | None = None
    beside: bool = False

    @property
    def whole(self) -> str:
        return f"{self.label.words} {self.text}".strip()


def lines_of(blocks: Iterable[Block]) -> list[Line]:
    lines: list[Line] = []
    for line in raw_lines(blocks):
        before = lines[-1] if lines else None
        if before is not None and before.table is None and belongs_to(before, line):
            lines[-1] = replace(
                before, text=f"{before.text} {line.whole}".strip(), joined=bool(before.text)
            )
            lines[-1] = relabelled(lines[-1])
        else:
            lines.append(line)
    return lines


def relabelled(line: Line) -> Line:
    """ "1." alone on its line gets its words from the next."""
    if line.label.words or not ALONE.match(line.text.split(" ")[0]):
        return line
    label, text = split_label(line.text)
    return replace(line, label=label, text=text)


def raw_lines(blocks: Iterable[Block]) -> Iterator[Line]:
    above: Table | None = None
    for block in blocks:
        if isinstance(block, Paragraph):
            yield from paragraph_lines(block)
        elif columns_of(block):
            above = block
            yield Line("", place=block.place, table=block)
        elif above is not None and continues(above, block):
            yield Line("", place=block.place, table=under_heading(above, block))
        else:
            yield from layout_lines(block)


def paragraph_lines(paragraph: Paragraph) -> Iterator[Line]:
    text = f"{paragraph.number} {paragraph.text}".strip() if paragraph.number else paragraph.text
    for part in WIDE_GAP.sub(" " * 8, text).split("\n"):
        for piece in HEADS_APART.split(part):
            for words in COLUMNS_OF_SPACES.split(piece):
                yield from one_line(words, paragraph.place)


def one_line(words: str, place: int) -> Iterator[Line]:
    text = BLANKS.sub(" ", words).strip(" |")
    text = re.sub(r"\*\*|__", "", text).strip()
    if text.startswith("*") and text.endswith("*") and len(text) > 2:
        text = text.strip("*").strip()
    if re.search(r"\w", text):
        label, rest = split_label(text)
        yield Line(rest, label, place)


def layout_lines(table: Table) -> Iterator[Line]:
    """A table that only puts things side by side: letterhead, recipients and signature."""
    width = max((len(row) for row in table.rows), default=0)
    for column in range(width):
        for row in table.rows:
            if column < len(row) and not row[column].inherited:
                for part in row[column].text.split("\n"):
                    for line in one_line(part, table.place):
                        yield replace(line, beside=width > 1)


def belongs_to(before: Line, line: Line) -> bool:
    """A paragraph broken in the middle of a sentence (by a page, by a copy from the web)."""
    if line.table is not None or line.beside != before.beside:
        return False
    if ALONE.match(before.whole) and not line.label.words:
        return True
    if before.label.rank < 0.5 and not before.text and not line.label.words:
        return True
    if HALVES.match(line.whole) and FIRST_HALF.search(before.text):
        return True
    if line.label.words or not NO_END.search(before.text):
        return False
    if YEAR_LEFT.match(line.text):
        return True
    return line.text[:1].islower() and not before.text.isupper()
