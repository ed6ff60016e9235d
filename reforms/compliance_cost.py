"""What a procedure costs those who need it, and where a proposal contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import ROUND_HALF_UP, Decimal

from portal.text import fold, number

HOURS_A_DAY = 8
HOURLY_INCOME: tuple[tuple[date, int, str], ...] = (
    (date(2025, 1, 1), 40_000,
     "thu nhập bình quân năm 2024, theo Quyết định 2816/QĐ-UBND ngày 20/11/2025 của UBND tỉnh"
     " Đồng Nai; mức của tỉnh chưa đối chiếu"),
)  # fmt: skip
"""From which day, đồng an hour, source. The newest first."""

CUT_BY = re.compile(r"giam(?: thoi han| thoi gian)?(?: them)? (\d+(?:[.,]\d+)?) ngay")
FROM_TO = re.compile(
    r"tu (\d+(?:[.,]\d+)?) (?:ngay )?(?:lam viec )?(?:xuong(?: con)?|con) (\d+(?:[.,]\d+)?)"
)


@dataclass(frozen=True)
class Burden:
    """One side of a proposal: days, what is paid, how many a year."""

    days: Decimal
    dossiers: int
    hourly: int
    fee: int = 0

    @property
    def cost(self) -> int:
        """Đồng a year: (days × 8 hours × income an hour + fee) × dossiers."""
        one = self.days * HOURS_A_DAY * self.hourly + self.fee
        return int((one * self.dossiers).to_integral_value(ROUND_HALF_UP))


def saved_percent(before: int, after: int) -> Decimal | None:
    """None where there was nothing to save."""
    if not before:
        return None
    share = Decimal(before - after) * 100 / before
    return share.quantize(Decimal("0.01"), ROUND_HALF_UP)


def contradictions(words: str, before: Decimal, after: Decimal) -> Iterator[str]:
    """Where the words of a proposal say another number than its two time limits."""
    plain, cut = fold(words), before - after
    for found in CUT_BY.finditer(plain):
        said = exact(found[1])
        if said != cut:
            yield (
                f"Nội dung ghi giảm {number(said)} ngày, hai thời hạn chênh nhau "
                f"{number(cut.normalize())} ngày."
            )
    for found in FROM_TO.finditer(plain):
        first, last = exact(found[1]), exact(found[2])
        if (first, last) != (before, after):
            yield (
                f"Nội dung ghi từ {number(first)} còn {number(last)}, thời hạn ghi từ "
                f"{number(before.normalize())} còn {number(after.normalize())}."
            )


def exact(digits: str) -> Decimal:
    return Decimal(digits.replace(",", "."))


def hourly_income(*, as_of: date) -> tuple[int, str]:
    """Đồng an hour with its source; before the first known day the first."""
    for since, income, source in HOURLY_INCOME:
        if since <= as_of:
            return income, source
    _, income, source = HOURLY_INCOME[-1]
    return income, source
