"""How one line gets its points: each method is told what was entered and the line's maximum."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import ClassVar, Protocol

from portal.text import number

ZERO = Decimal(0)
HUNDRED = Decimal(100)


class Unscorable(ValueError):
    """What was entered cannot be scored: one sentence, and the question it belongs to."""

    def __init__(self, sentence: str, *, field: str = "value") -> None:
        super().__init__(sentence)
        self.field = field


@dataclass(frozen=True)
class Entry:
    """What was entered at a line: points, a count, or a count out of a whole; yes or no is 1, 0.

    ``counts``: of a survey, how many chose each option.
    """

    value: Decimal | None = None
    whole: Decimal | None = None
    gate: bool | None = None
    counts: tuple[Decimal | None, ...] = ()


class Nothing(StrEnum):
    """What a share is worth where there was nothing to do: 0 of 0."""

    LEFT_OUT = "left_out"
    FULL = "full"
    ZERO = "zero"

    def points(self, top: Decimal) -> Decimal | None:
        return {Nothing.LEFT_OUT: None, Nothing.FULL: top, Nothing.ZERO: ZERO}[self]


class Method(Protocol):
    """``asks`` names the questions of the line's form, each with its words."""

    name: ClassVar[str]

    @property
    def asks(self) -> dict[str, str]: ...

    def points(self, entry: Entry, *, top: Decimal) -> Decimal | None:
        """Points, or None where the line is not counted; raises ``Unscorable``."""


@dataclass(frozen=True)
class Manual:
    """Chấm từ 0 đến điểm tối đa, theo bậc."""

    name: ClassVar[str] = "manual"
    step: Decimal = Decimal("0.25")

    @property
    def asks(self) -> dict[str, str]:
        return {"value": "Điểm"}

    def points(self, entry: Entry, *, top: Decimal) -> Decimal:
        value = entered(entry)
        if value > top:
            raise Unscorable(f"Điểm cao nhất của dòng này là {number(top)}")
        if value % self.step:
            raise Unscorable(f"Điểm chấm theo bậc {number(self.step)}")
        return value


@dataclass(frozen=True)
class YesNo:
    """Có: đủ điểm; không: 0 điểm."""

    name: ClassVar[str] = "yes_no"

    @property
    def asks(self) -> dict[str, str]:
        return {"yes": "Đã thực hiện?"}

    def points(self, entry: Entry, *, top: Decimal) -> Decimal:
        return top if entered(entry) else ZERO


@dataclass(frozen=True)
class Ratio:
    """Số đã làm trên tổng số, nhân điểm tối đa.

    ``full_from``: from this share on all points; ``zero_below``: below that share none.
    """

    name: ClassVar[str] = "ratio"
    part_words: str = "Số đã thực hiện"
    whole_words: str = "Tổng số phải thực hiện"
    full_from: Decimal = Decimal(1)
    zero_below: Decimal = ZERO
    nothing: Nothing = Nothing.LEFT_OUT

    @property
    def asks(self) -> dict[str, str]:
        return {"value": self.part_words, "whole": self.whole_words}

    def points(self, entry: Entry, *, top: Decimal) -> Decimal | None:
        share = share_of(entry)
        if share is None:
            return self.nothing.points(top)
        if share < self.zero_below:
            return ZERO
        return min(share / self.full_from, Decimal(1)) * top


@dataclass(frozen=True)
class Bands:
    """Tỷ lệ phần trăm rơi vào bậc nào thì được điểm của bậc ấy; a bound belongs to its own band.

    A band without points gives the share of the maximum.
    """

    name: ClassVar[str] = "bands"
    bands: tuple[tuple[Decimal, Decimal | None], ...] = ()
    part_words: str = "Số đã thực hiện"
    whole_words: str = "Tổng số phải thực hiện"
    nothing: Nothing = Nothing.LEFT_OUT

    @property
    def asks(self) -> dict[str, str]:
        return {"value": self.part_words, "whole": self.whole_words}

    def points(self, entry: Entry, *, top: Decimal) -> Decimal | None:
        share = share_of(entry)
        if share is None:
            return self.nothing.points(top)
        reached = [points for least, points in self.bands if share * HUNDRED >= least]
        points = reached[-1] if reached else ZERO
        return share * top if points is None else points


@dataclass(frozen=True)
class Count:
    """Số trường hợp nhân điểm một trường hợp; ``sample``: so many were looked at."""

    name: ClassVar[str] = "count"
    each: Decimal = Decimal(1)
    sample: int = 0
    words: str = "Số trường hợp"

    @property
    def asks(self) -> dict[str, str]:
        return {"value": f"{self.words} (trên {self.sample})" if self.sample else self.words}

    def points(self, entry: Entry, *, top: Decimal) -> Decimal:
        value = whole_number(entered(entry))
        if self.sample and value > self.sample:
            raise Unscorable(f"Chỉ kiểm tra {self.sample} trường hợp")
        return min(value * self.each, top)


@dataclass(frozen=True)
class CountTo:
    """Đủ số trường hợp thì đủ điểm, ít hơn thì theo tỷ lệ."""

    name: ClassVar[str] = "count_to"
    full_at: Decimal = Decimal(1)
    words: str = "Số trường hợp"

    @property
    def asks(self) -> dict[str, str]:
        return {"value": self.words}

    def points(self, entry: Entry, *, top: Decimal) -> Decimal:
        return min(whole_number(entered(entry)) / self.full_at, Decimal(1)) * top


@dataclass(frozen=True)
class Penalty:
    """Điểm tối đa trừ dần theo số trường hợp vi phạm, không dưới 0."""

    name: ClassVar[str] = "penalty"
    each: Decimal = Decimal(1)
    words: str = "Số trường hợp"

    @property
    def asks(self) -> dict[str, str]:
        return {"value": self.words}

    def points(self, entry: Entry, *, top: Decimal) -> Decimal:
        return max(top - whole_number(entered(entry)) * self.each, ZERO)


@dataclass(frozen=True)
class Survey:
    """Bình quân các lựa chọn theo trọng số; phiếu bỏ trống không tính."""

    name: ClassVar[str] = "survey"
    options: tuple[tuple[str, Decimal], ...] = ()
    """What could be chosen, and which share of the maximum it is worth."""

    @property
    def asks(self) -> dict[str, str]:
        return {f"count_{n}": words for n, (words, _) in enumerate(self.options)}

    def points(self, entry: Entry, *, top: Decimal) -> Decimal | None:
        asked = zip(self.asks, entry.counts or [None] * len(self.options), strict=True)
        counts = [
            whole_number(entered(Entry(count), field=name), field=name) for name, count in asked
        ]
        weighed = (count * weight for count, (_, weight) in zip(counts, self.options, strict=True))
        answers = sum(counts, ZERO)
        return sum(weighed, ZERO) / answers * top if answers else None


def entered(entry: Entry, *, field: str = "value") -> Decimal:
    if entry.value is None:
        raise Unscorable("Chưa nhập số", field=field)
    if entry.value < 0:
        raise Unscorable("Số này không nhỏ hơn 0", field=field)
    return entry.value


def whole_number(value: Decimal, *, field: str = "value") -> Decimal:
    if value != value.to_integral_value():
        raise Unscorable("Ghi số đếm, không có phần lẻ", field=field)
    return value


def share_of(entry: Entry) -> Decimal | None:
    """Part of the whole; None where there was nothing to do."""
    part = whole_number(entered(entry))
    if entry.whole is None:
        raise Unscorable("Chưa nhập tổng số", field="whole")
    whole = whole_number(entered(Entry(entry.whole)), field="whole")
    if part > whole:
        raise Unscorable(f"Số đã thực hiện lớn hơn tổng số, {number(whole)}")
    return part / whole if whole else None
