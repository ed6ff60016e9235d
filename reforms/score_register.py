"""``import_register scores``: what the province made known of its agencies, a line an agency."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from decimal import Decimal
from typing import Any

from django.utils import timezone

from portal.importing import (
    Column,
    Fault,
    Register,
    Report,
    Unreadable,
    one_line,
    whole_number,
)
from reforms.models import PublishedScore

POINTS = re.compile(r"\d{1,3}([.,]\d{1,3})?", re.ASCII)
MOST = 100
FIRST_YEAR, LAST_YEAR = 2012, 2100


def read_points(typed: str) -> Decimal | None:
    """79,077 or, as a cell of numbers gives it, 79.077: no list goes beyond a hundred."""
    words = typed.strip()
    if not words:
        return None
    if not POINTS.fullmatch(words) or (points := Decimal(words.replace(",", "."))) > MOST:
        raise Unreadable("Điểm từ 0 đến 100, phần lẻ sau dấu phẩy, như 79,077.")
    return points


COLUMNS = (
    Column("year", whole_number(least=FIRST_YEAR, most=LAST_YEAR), True, "Năm", "Năm chấm điểm."),
    Column("name", one_line(200), True, "Cơ quan", "Tên như danh sách đã công bố."),
    Column("points", read_points, True, "Điểm", "Điểm thẩm định, như 79,077."),
    Column("source", one_line(200), True, "Theo văn bản", "Số, ngày quyết định công bố kết quả."),
)


def write(
    rows: list[tuple[int, dict[str, Any]]], report: Report, dry_run: bool,
    progress: Callable[[str], None],
) -> None:  # fmt: skip
    """An agency stands once in a year; a year in the file replaces what was known of it."""
    seen = Counter((row["year"], row["name"]) for _, row in rows)
    for line, row in rows:
        if seen[row["year"], row["name"]] > 1:
            report.errors.append(Fault(line, "name", "Cơ quan này có hai dòng trong một năm."))
    if report.errors:
        return
    report.created = len(rows)
    if not dry_run:
        progress("Đang ghi kết quả")
        PublishedScore.bring((row for _, row in rows), on=timezone.localdate())


SCORES = Register("scores", COLUMNS, write)
