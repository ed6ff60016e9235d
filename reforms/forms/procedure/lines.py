"""Tables typed or pasted into a box: one row a line, cells divided by tabs or by |.

A table copied out of Word or Excel arrives with tabs, so that nobody types it a second time.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portal.forms import LongTextField
from portal.text import fold, number
from reforms.models.procedure.vocabulary import EVERY_CHANNEL, Channel, Measure

MOST_LINES = 200
BETWEEN = re.compile(r"\t|\|")
TIME = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*(.*)")
MEASURES = {
    "ngay lam viec": Measure.WORKING,
    "ngay": Measure.CALENDAR,
    "gio": Measure.HOURS,
    "gio lam viec": Measure.HOURS,
}
UNTIMED = ("khong quy dinh", "khong tinh thoi gian", "khong tinh")
TIME_EXAMPLE = "Thời gian ghi như 10 ngày làm việc, 20 ngày, 4 giờ làm việc, Không quy định"
FEE = re.compile(r"\d{1,3}(\.\d{3})*|\d{1,9}")
FREE = ("", "khong", "mien phi", "0")
Row = dict[str, Any]


class LinesField(LongTextField):
    """``read``: what one line says, from its cells; raises ``ValueError`` with a sentence."""

    def __init__(self, *, read: Callable[[list[str]], Row], rows: int = 8, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": rows, "class": "lines"}), **options)
        self.read = read

    def clean(self, value: Any) -> list[Row]:  # type: ignore[override]  # rows, not words
        lines = [line for line in super().clean(value).split("\n") if line.strip()]
        if len(lines) > MOST_LINES:
            raise ValidationError(f"Không quá {MOST_LINES} dòng")
        return [self.row(place, line) for place, line in enumerate(lines, start=1)]

    def row(self, place: int, line: str) -> Row:
        try:
            return self.read([cell.strip() for cell in BETWEEN.split(line)])
        except ValueError as problem:
            raise ValidationError(f"Dòng {place}: {problem}") from problem


def cell(cells: list[str], place: int, *, longest: int = 1_000) -> str:
    words = cells[place] if place < len(cells) else ""
    if len(words) > longest:
        raise ValueError(f"ô thứ {place + 1} dài quá {longest} ký tự")
    return words


def time_of(words: str, *, days: Measure = Measure.CALENDAR) -> Row:
    """``days``: what a bare "ngày" means here."""
    if fold(words) in UNTIMED:
        return {"quantity": None, "measure": Measure.NONE}
    found = TIME.fullmatch(words.strip())
    measure = MEASURES.get(fold(found[2])) if found else None
    if found is None or measure is None:
        raise ValueError(TIME_EXAMPLE)
    measure = days if measure == Measure.CALENDAR else measure
    return {"quantity": Decimal(found[1].replace(",", ".")), "measure": measure}


def fee_of(words: str) -> int | None:
    """None: nobody said; 0: none is taken."""
    if not words:
        return None
    plain = fold(words).removesuffix("dong").strip()
    if plain in FREE:
        return 0
    if not FEE.fullmatch(plain):
        raise ValueError("phí ghi bằng chữ số như 600.000, hoặc Không")
    return int(plain.replace(".", ""))


CHANNELS = {fold(str(words)): value for value, words in Channel.choices}
CHANNELS |= {"": "", "moi cach": "", fold(EVERY_CHANNEL): "", "buu chinh": Channel.POST.value}


def limit(cells: list[str]) -> Row:
    """Trường hợp | Cách nộp | Thời hạn | Phí; a single cell is the time of all."""
    if len(cells) == 1:
        cells = ["", "", cells[0]]
    by = fold(cell(cells, 1))
    if by not in CHANNELS:
        raise ValueError("cách nộp là Trực tiếp, Trực tuyến, Bưu chính công ích hoặc để trống")
    return {
        "case": cell(cells, 0, longest=200),
        "channel": CHANNELS[by],
        **time_of(cell(cells, 2)),
        "fee": fee_of(cell(cells, 3)),
    }


def paper(cells: list[str]) -> Row:
    """Tên giấy tờ | Bản chính, bản sao | Số lượng | Thay bằng dữ liệu | Trường hợp."""
    if not cell(cells, 0):
        raise ValueError("chưa có tên giấy tờ")
    copies = cell(cells, 2)
    if copies and not (copies.isascii() and copies.isdigit() and int(copies) < 100):
        raise ValueError("số lượng ghi bằng chữ số, như 1")
    return {
        "name": cell(cells, 0),
        "kind": cell(cells, 1, longest=120),
        "copies": int(copies or 1),
        "from_database": bool(cell(cells, 3)),
        "case": cell(cells, 4, longest=200),
    }


def step(cells: list[str]) -> Row:
    """Nội dung | Người thực hiện | Thời gian | Trường hợp."""
    if not cell(cells, 0):
        raise ValueError("chưa có nội dung của bước")
    if not cell(cells, 1):
        raise ValueError("chưa có người thực hiện")
    return {
        "content": cell(cells, 0),
        "performer": cell(cells, 1, longest=300),
        **time_of(cell(cells, 2), days=Measure.WORKING),
        "case": cell(cells, 3, longest=200),
    }


# the same rows as they are typed


def written(rows: Iterable[list[str]]) -> str:
    return "\n".join(" | ".join(cells).rstrip(" |") for cells in rows)


def limits_written(rows: Iterable[Any]) -> str:
    return written(
        [row.case, str(row.get_channel_display()), row.time_words, fee_written(row.fee)]
        for row in rows
    )


def fee_written(fee: int | None) -> str:
    return "" if fee is None else number(fee) if fee else "Không"


def papers_written(rows: Iterable[Any]) -> str:
    return written(
        [row.name, row.kind, str(row.copies), "có" if row.from_database else "", row.case]
        for row in rows
    )


def steps_written(rows: Iterable[Any]) -> str:
    return written([row.content, row.performer, row.time_words, row.case] for row in rows)
