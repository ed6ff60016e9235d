"""A criterion and what was entered at it, in words."""

from __future__ import annotations

from decimal import Decimal
from functools import singledispatch
from typing import Any

from portal.scoring.criteria import Criterion
from portal.scoring.methods import (
    Bands,
    Count,
    CountTo,
    Entry,
    Manual,
    Nothing,
    Penalty,
    Ratio,
    Survey,
    YesNo,
)
from portal.text import lower_first, number


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
    words = f"{method.part_words} chia {lower_first(method.whole_words)}, nhân {plain(top)}"
    if method.full_from != 1:
        words += f"; từ {percent(method.full_from)} đủ điểm"
    if method.zero_below:
        words += f"; dưới {percent(method.zero_below)} được 0"
    return words + without_any(method.nothing)


@how_by.register
def _(method: Bands, top: Decimal) -> str:
    steps = (f"từ {plain(least)}%: {band_words(points, top)}" for least, points in method.bands)
    return f"Theo tỷ lệ: {'; '.join(steps)}{without_any(method.nothing)}"


def band_words(points: Decimal | None, top: Decimal) -> str:
    return f"tỷ lệ nhân {plain(top)}" if points is None else plain(points)


def without_any(nothing: Nothing) -> str:
    """What 0 of 0 is worth, where it is not simply left out."""
    return "; không có trường hợp nào thì đủ điểm" if nothing == Nothing.FULL else ""


@how_by.register
def _(method: Count, top: Decimal) -> str:
    return f"Mỗi trường hợp {plain(method.each)} điểm, cao nhất {plain(top)}"


@how_by.register
def _(method: CountTo, top: Decimal) -> str:
    return f"Đủ {plain(method.full_at)} trường hợp được {plain(top)}, ít hơn thì theo tỷ lệ"


@how_by.register
def _(method: Penalty, top: Decimal) -> str:
    return f"{plain(top)} điểm, mỗi trường hợp trừ {plain(method.each)}"


@how_by.register
def _(method: Survey, top: Decimal) -> str:
    options = (f"{words} {percent(weight)}" for words, weight in method.options)
    return f"Bình quân các câu trả lời, nhân {plain(top)}: {'; '.join(options)}"


def percent(share: Decimal) -> str:
    return f"{plain(share * 100)}%"


def entered(line: Criterion, entry: Entry) -> str:
    """8 trên 10; 3 trường hợp; Có."""
    if line.gate and entry.gate is False:
        return "Không có kế hoạch, tài liệu"
    if isinstance(line.method, YesNo):
        return "Có" if entry.value else "Không"
    if isinstance(line.method, Ratio | Bands):
        return f"{plain(entry.value)} trên {plain(entry.whole)}"
    if isinstance(line.method, Count | CountTo | Penalty):
        return f"{plain(entry.value)} trường hợp"
    if isinstance(line.method, Survey):
        pairs = zip(line.method.options, entry.counts, strict=False)
        return "; ".join(f"{words}: {plain(count)}" for (words, _), count in pairs)
    return ""
