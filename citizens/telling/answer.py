"""The shape of what a citizen is told."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from portal.deadlines import Row, Standing

from .facts import NoteFact, PaperFact

NOTHING_TO_DO = "Ông/bà chưa phải làm gì. Có kết quả, Sở gửi văn bản đến địa chỉ ghi trong đơn."
KEEP_THE_PAPERS = (
    "Ông/bà giữ các văn bản đã nhận; cần giải thích thêm, xin gọi số điện thoại ghi ở trang này."
)


@dataclass(frozen=True)
class Where:
    """Where it is: a heading, the one sentence, what the citizen must do, what the law offers."""

    heading: str
    sentence: str
    to_do: str = NOTHING_TO_DO
    rights: str = ""
    promise: str = ""


@dataclass(frozen=True)
class Stage:
    """One line of the way: plain words, a date, and past, now or yet to come."""

    label: str
    day: date | None = None
    state: str = ""
    note: str = ""


@dataclass(frozen=True)
class Due:
    """The next date: what happens by then, how near it is, why it is this day."""

    about: str
    on: date
    standing: Standing
    reckoning: Sequence[Row] = ()


@dataclass(frozen=True)
class Telling:
    """The whole answer of the look-up page."""

    heading: str
    sentence: str
    to_do: str = ""
    rights: str = ""
    due: Due | None = None
    code: str = ""
    received_on: date | None = None
    unit: str = ""
    counter: str = ""
    phone: str = ""
    way: Sequence[Stage] = ()
    papers: Sequence[PaperFact] = ()
    notes: Sequence[NoteFact] = ()
    open: bool = False
    parts: Sequence[Telling] = ()
