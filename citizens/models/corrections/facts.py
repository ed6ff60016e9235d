"""Which facts a correction can put right, where each stands, and what hangs on a paper's date."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from ... import statutes
from ..vocabulary import Channel, PaperKind

DATE, TEXT, YEAR, CARD, PHONE = "date", "text", "year", "card", "phone"
CHANNEL, FIELD, COMMUNE = "channel", "field", "commune"
LETTER, SENDER, PAPER = "letter", "sender", "paper"


@dataclass(frozen=True)
class Fact:
    """A column of the letter, of its sender or of an issued paper."""

    name: str
    label: str
    kind: str = TEXT
    place: str = LETTER

    @property
    def in_clear(self) -> bool:
        """Dates and numbers of papers name nobody."""
        return self.kind == DATE or self.place == PAPER

    def words(self, value: Any) -> Any:
        """As the history keeps it."""
        if isinstance(value, date):
            return value.isoformat()
        if self.kind == CHANNEL:
            return Channel(value).label
        return str(value or "") if self.kind in (FIELD, COMMUNE) else value


FACTS = {
    fact.name: fact
    for fact in (
        Fact("received_on", "Ngày nhận", DATE),
        Fact("postmark_on", "Ngày dấu bưu điện", DATE),
        Fact("incoming_no", "Số đến"),
        Fact("channel", "Nguồn đơn", CHANNEL),
        Fact("forwarded_by", "Cơ quan chuyển đến"),
        Fact("field", "Lĩnh vực", FIELD),
        Fact("commune", "Xã, phường", COMMUNE),
        Fact("title", "Trích yếu"),
        Fact("name", "Họ và tên người gửi", TEXT, SENDER),
        Fact("birth_year", "Năm sinh", YEAR, SENDER),
        Fact("id_number", "Số căn cước", CARD, SENDER),
        Fact("phone", "Điện thoại", PHONE, SENDER),
        Fact("address", "Địa chỉ", TEXT, SENDER),
        Fact("number", "Số, ký hiệu", TEXT, PAPER),
        Fact("dated_on", "Ngày văn bản", DATE, PAPER),
    )
}

SHARED_WITH_CASE = ("received_on", "title", "field")
"""Columns that a case repeats from its petition."""


@dataclass(frozen=True)
class OnPaperDate:
    """What carries the date of a paper: columns of the case, clocks it started."""

    columns: tuple[str, ...] = ()
    starts: tuple[str, ...] = ()


ON_PAPER_DATE: dict[str, OnPaperDate] = {
    PaperKind.ACCEPTANCE: OnPaperDate(("accepted_on",), statutes.SETTLING),
    PaperKind.REFUSAL: OnPaperDate(("closed_on",)),
    PaperKind.SUSPENSION: OnPaperDate(("paused_from",), ("KN_TDC_GUI",)),
    PaperKind.RESUMPTION: OnPaperDate((), ("KN_TDC_GUI",)),
    PaperKind.TERMINATION: OnPaperDate(("closed_on",)),
    PaperKind.DECISION: OnPaperDate(
        ("decided_on",), ("KN_GUI1", "KN_GUI2", "KN_CONG_KHAI", "KN_HIEU_LUC")
    ),
    PaperKind.ANSWER: OnPaperDate(("decided_on", "closed_on")),
}


def place_of(fact: Fact, *, letter: Any, paper: Any) -> Any:
    """The row that holds the fact; None where there is none."""
    if fact.place == PAPER:
        return paper
    return letter if fact.place == LETTER else letter.parties.filter(role="sender").first()
