"""What would win the points that a line lacks, in one sentence: how many more of what."""

from __future__ import annotations

from decimal import ROUND_CEILING, Decimal
from functools import singledispatch
from typing import Any

from portal.scoring.criteria import Criterion
from portal.scoring.methods import HUNDRED, Bands, Count, CountTo, Entry, Penalty, Ratio, YesNo
from portal.scoring.words import percent, plain
from portal.text import lower_first


def gain(line: Criterion, entry: Entry | None) -> str:
    """Of a line that is not full; ``entry``: what was counted, if anything was."""
    if entry is None or (entry.value is None and not entry.counts):
        return "Chưa có số liệu: ghi số liệu và tài liệu để được tính điểm."
    return gained_by(line.method, entry, line.top)


@singledispatch
def gained_by(method: Any, entry: Entry, top: Decimal) -> str:
    return "Bổ sung phần việc hoặc tài liệu còn thiếu."


@gained_by.register
def _(method: YesNo, entry: Entry, top: Decimal) -> str:
    return f"Làm xong việc này thì thêm {plain(top)} điểm."


@gained_by.register
def _(method: Ratio, entry: Entry, top: Decimal) -> str:
    if not entry.whole:
        return "Chưa phát sinh trường hợp nào để tính."
    part, of = entry.value or Decimal(0), lower_first(method.part_words)
    full = lacking(part, entry.whole, method.full_from)
    words = f"Thêm {plain(full)} ({of}) thì đủ điểm, tính trên {plain(entry.whole)}."
    if part / entry.whole >= method.zero_below:
        return words
    some = lacking(part, entry.whole, method.zero_below)
    return f"Thêm {plain(some)} để đạt {percent(method.zero_below)} thì có điểm. {words}"


@gained_by.register
def _(method: Bands, entry: Entry, top: Decimal) -> str:
    if not entry.whole:
        return "Chưa phát sinh trường hợp nào để tính."
    part, of = entry.value or Decimal(0), lower_first(method.part_words)
    share = part / entry.whole * HUNDRED
    least = next((least for least, _ in method.bands if share < least), None)
    if least is None:
        return f"Thêm {plain(entry.whole - part)} ({of}) thì đủ điểm."
    more = lacking(part, entry.whole, least / HUNDRED)
    return f"Thêm {plain(more)} ({of}) để đạt {plain(least)}%, tính trên {plain(entry.whole)}."


@gained_by.register
def _(method: Count, entry: Entry, top: Decimal) -> str:
    return f"Mỗi trường hợp thêm được {plain(method.each)} điểm, cao nhất {plain(top)}."


@gained_by.register
def _(method: CountTo, entry: Entry, top: Decimal) -> str:
    more = method.full_at - (entry.value or Decimal(0))
    return f"Thêm {plain(more)} ({lower_first(method.words)}) thì đủ điểm."


@gained_by.register
def _(method: Penalty, entry: Entry, top: Decimal) -> str:
    return "Điểm đã trừ không lấy lại được trong năm; không để phát sinh thêm trường hợp nào."


def lacking(part: Decimal, whole: Decimal, share: Decimal) -> Decimal:
    """How many more make that share of the whole."""
    return max((whole * share - part).to_integral_value(rounding=ROUND_CEILING), Decimal(0))
