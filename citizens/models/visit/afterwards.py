"""What is owed after the talk: the notice of its result or of its refusal; and corrections."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.text import day
from portal.workflow import Refused, take

from . import search_row
from .intake import ANSWER, REFUSAL

CORRECTABLE = {
    "name": "Họ và tên",
    "id_number": "Số giấy tờ",
    "phone": "Điện thoại",
    "address": "Địa chỉ",
    "people": "Số người",
    "content": "Nội dung",
    "handled_by": "Cơ quan đã giải quyết",
    "guided_to": "Hướng dẫn đến cơ quan",
    "forwarded_to": "Chuyển đến cơ quan",
    "note": "Ghi chú",
}
"""Columns that a correction puts right. What decides about deadlines stands as it was written."""


class AfterwardsSteps:
    """Báo kết quả, thông báo từ chối, đính chính, cập nhật cơ sở dữ liệu quốc gia."""

    def tell_result(self, *, by: Any, on: date, told_as: str, number: str, dated_on: date) -> None:
        """Báo kết quả: the notice of TCD Đ28.1 was sent."""
        with take(self, "tell_result", by=by, on=on) as taking:
            self._notify(number, dated_on, on=on, rule=ANSWER)
            self.told_as = told_as
            taking.facts.update(told=told_as, number=number, dated=dated_on.isoformat())

    def send_refusal(self, *, by: Any, on: date, number: str, dated_on: date) -> None:
        """Gửi thông báo từ chối: Mẫu 01/TCD, signed by the head."""
        with take(self, "send_refusal", by=by, on=on) as taking:
            self._notify(number, dated_on, on=on, rule=REFUSAL)
            taking.facts.update(number=number, dated=dated_on.isoformat())

    def _notify(self, number: str, dated_on: date, *, on: date, rule: str) -> None:
        if not self.received_on <= dated_on <= on:
            raise Refused(
                f"Ngày thông báo phải từ ngày tiếp, {day(self.received_on)}, đến hôm nay.",
                field="dated_on",
            )
        self.notice_number, self.notice_on = number, dated_on
        self.stop_clock(rule, on=dated_on)

    def correct(self, *, by: Any, on: date, fact: str, new: Any, reason: str) -> None:
        """Đính chính one column; the old words stay in the history until they are erased."""
        with take(self, "correct", by=by, on=on) as taking:
            old = getattr(self, fact)
            if old == new:
                raise Refused("Nội dung mới giống nội dung đang ghi.", field="new")
            setattr(self, fact, new)
            self.refuse_impossible(speakers=1 + self.representatives.count())
            search_row.index(self)
            taking.facts["fact"] = fact
            taking.values["change"] = f"{CORRECTABLE[fact]}: {old} → {new}"
            taking.values["reason"] = reason

    def report_nationally(self, *, by: Any, on: date, reported_on: date) -> None:
        """Cập nhật cơ sở dữ liệu quốc gia (NĐ154 Đ27): entered there on that day."""
        with take(self, "report_nationally", by=by, on=on) as taking:
            self.reported_on = reported_on
            taking.facts["reported"] = reported_on.isoformat()
