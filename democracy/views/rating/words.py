"""A criterion and what was entered at it, in words."""

from __future__ import annotations

from decimal import Decimal
from functools import singledispatch
from typing import Any

from democracy.models.rating.mark import Mark
from portal.scoring import Criterion
from portal.scoring.methods import Bands, Count, Manual, Ratio, YesNo
from portal.text import number


def plain(value: Decimal | None) -> str:
    return "" if value is None else number(value.normalize())


def how(line: Criterion) -> str:
    """How the line gets its points."""
    words = how_by(line.method, line.top)
    return f"{words}; không có thì 0 điểm: {line.gate}" if line.gate else words


@singledispatch
def how_by(method: Any, top: Decimal) -> str:
    raise NotImplementedError


@how_by.register
def _(method: Manual, top: Decimal) -> str:
    return f"Chấm từ 0 đến {plain(top)}, theo bậc {plain(method.step)}"


@how_by.register
def _(method: YesNo, top: Decimal) -> str:
    return f"Có: {plain(top)} điểm; không: 0 điểm"


@how_by.register
def _(method: Ratio, top: Decimal) -> str:
    words = f"{method.part_words} chia {method.whole_words.lower()}, nhân {plain(top)}"
    if method.full_from != 1:
        words += f"; từ {percent(method.full_from)} đủ điểm"
    return f"{words}; dưới {percent(method.zero_below)} được 0" if method.zero_below else words


@how_by.register
def _(method: Bands, top: Decimal) -> str:
    steps = (f"từ {plain(least)}%: {plain(points)}" for least, points in method.bands)
    return f"Theo tỷ lệ: {'; '.join(steps)}"


@how_by.register
def _(method: Count, top: Decimal) -> str:
    return f"Mỗi trường hợp {plain(method.each)} điểm, cao nhất {plain(top)}"


def percent(share: Decimal) -> str:
    return f"{plain(share * 100)}%"


def entered(line: Criterion, mark: Mark) -> str:
    """8 trên 10; 3 trường hợp; Có."""
    if line.gate and mark.gate is False:
        return "Không có kế hoạch, tài liệu"
    if isinstance(line.method, YesNo):
        return "Có" if mark.value else "Không"
    if isinstance(line.method, Ratio | Bands):
        return f"{plain(mark.value)} trên {plain(mark.whole)}"
    if isinstance(line.method, Count):
        return f"{plain(mark.value)} trường hợp"
    return ""
