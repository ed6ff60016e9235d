"""The pages that the extracting program hands back, as the blocks of one document."""

from __future__ import annotations

import json
import subprocess
import sys
import unicodedata
from dataclasses import dataclass, field, replace
from pathlib import Path

from portal.attachments.sniffing import check_pdf
from portal.official_text.blocks import Block, Source, Table, Unreadable
from portal.official_text.pdf.columns import tables_in, together
from portal.official_text.pdf.extracting import LOCKED
from portal.official_text.pdf.grids import Grid, grids_of
from portal.official_text.pdf.paragraphs import paragraphs_of
from portal.official_text.pdf.places import Word, rows_of_words
from portal.official_text.pdf.spaces import Edges

PROGRAM = Path(__file__).with_name("extracting.py")
PATIENCE = 90  # seconds
TOO_MUCH = "Tệp “{name}” quá nặng, không đọc hết được. Xin gửi bản Word của văn bản."
BROKEN = "Tệp “{name}” bị hỏng, không mở được. Xin lưu lại từ Word rồi thử lại."
LOCKED_UP = "Tệp “{name}” đặt mật khẩu, không mở được. Xin bỏ mật khẩu rồi thử lại."
PICTURES = (
    "Tệp “{name}” chỉ có ảnh chụp, không có chữ để đọc. Xin lấy bản Word hoặc PDF xuất từ Word."
)
NOT_APART = (
    "Trang {page}: có bảng không kẻ khung mà chưa tách được cột, đã đọc như lời văn;"
    " xin đối chiếu từng dòng."
)
FEW = 20  # letters a page: a stamp over a picture is no text


def read_pdf(content: bytes, name: str) -> Source:
    try:
        check_pdf(content, name)
    except ValueError as refusal:
        raise Unreadable(str(refusal)) from refusal
    pages = extracted(content, name)
    letters = sum(len(word[4]) for page in pages for word in page["words"])
    if letters <= FEW * len(pages):
        raise Unreadable(PICTURES.format(name=name))
    read = Pages()
    for number, page in enumerate(pages, start=1):
        read.page(page, number)
    blocks = tuple(replace(block, place=place) for place, block in enumerate(read.blocks))
    return Source(blocks, notices=tuple(NOT_APART.format(page=n) for n in sorted(read.missed)))


def extracted(content: bytes, name: str) -> list[dict]:
    command = [sys.executable, "-I", str(PROGRAM)]
    try:
        done = subprocess.run(
            command, input=content, capture_output=True, timeout=PATIENCE, check=False, env={}
        )
    except subprocess.TimeoutExpired:
        raise Unreadable(TOO_MUCH.format(name=name)) from None
    if done.returncode == LOCKED:
        raise Unreadable(LOCKED_UP.format(name=name))
    if done.returncode:
        raise Unreadable((BROKEN if done.returncode > 0 else TOO_MUCH).format(name=name))
    return [json.loads(line) for line in done.stdout.splitlines()]


@dataclass
class Pages:
    """What has been read so far; `edges`: the columns of a table that may go on overleaf."""

    blocks: list[Block] = field(default_factory=list)
    missed: set[int] = field(default_factory=set)
    edges: Edges = ()

    def page(self, page: dict, number: int) -> None:
        """From the top down; a table stands where its ruled lines stand."""
        words = words_of(page)
        width, height = page["size"]
        grids = grids_of([(x0, y0, x1, y1) for x0, y0, x1, y1 in page["rules"]])
        free = [word for word in words if not any(grid.holds(word) for grid in grids)]
        free = [word for word in free if not is_page_number(word, height)]
        top = height + 1
        for grid in sorted(grids, key=lambda grid: -grid.top):
            self.stretch([w for w in free if top > w.middle > grid.top], width, number)
            self.blocks.append(Table(table_of(grid, words)))
            top, self.edges = grid.bottom, ()
        self.stretch([word for word in free if word.middle < top], width, number)

    def stretch(self, words: list[Word], width: float, number: int) -> None:
        """Paragraphs, and tables that only blank space keeps apart."""
        lines, done, edges = rows_of_words(words), 0, self.edges
        self.edges = ()
        for found in tables_in(lines, edges):
            if found.table is None:
                self.missed.add(number)
                continue
            self.blocks += paragraphs_of(together(lines[done : found.first]), width=width)
            self.blocks.append(found.table)
            done = found.last
            self.edges = found.edges if done == len(lines) else ()
        self.blocks += paragraphs_of(together(lines[done:]), width=width)


def words_of(page: dict) -> list[Word]:
    return [
        Word(left, bottom, right, top, unicodedata.normalize("NFC", text))
        for left, bottom, right, top, text in page["words"]
    ]


def table_of(grid: Grid, words: list[Word]):
    return grid.rows([word for word in words if grid.holds(word)])


def is_page_number(word: Word, height: float) -> bool:
    at_edge = word.bottom > 0.92 * height or word.top < 0.06 * height
    return at_edge and word.text.strip("- ").isdigit()
