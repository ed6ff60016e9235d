"""The way of a proposal: from the unit to the province and back into the catalogue."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import transaction

from portal import registers
from portal.text import day
from portal.workflow import Refused, enter, take

BOOK = "DGTT"


class Deciding:
    """Verbs of a proposal."""

    @classmethod
    @transaction.atomic
    def propose(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Đề xuất phương án."""
        one: Any = cls(officer=by, proposed_on=on, **facts)
        refuse_longer(one)
        with enter(one, "propose", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts["procedure"] = one.procedure.code
        return one

    def edit(self: Any, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa phương án."""
        with take(self, "edit", by=by, on=on) as taking:
            for name, value in facts.items():
                setattr(self, name, value)
            refuse_longer(self)
            taking.values["content"] = self.content

    def adopt(self: Any, *, by: Any, on: date, note: str = "", prepared_by: Any = None) -> None:
        """Thông qua phương án."""
        with take(self, "adopt", by=by, on=on, prepared_by=prepared_by) as taking:
            self.adopted_on = on
            taking.values["note"] = note

    def send(self: Any, *, by: Any, on: date, sent_on: date) -> None:
        """Gửi phương án."""
        with take(self, "send", by=by, on=on) as taking:
            refuse_before(sent_on, self.adopted_on, "Sở thông qua", field="sent_on", on=on)
            self.sent_on = sent_on
            taking.facts["sent_on"] = sent_on

    def note_decision(self: Any, *, by: Any, on: date, decision: str, decided_on: date) -> None:
        """Ghi quyết định thông qua."""
        with take(self, "note_decision", by=by, on=on) as taking:
            refuse_before(decided_on, self.sent_on, "Gửi", field="decided_on", on=on)
            self.decision, self.decided_on = decision, decided_on
            taking.values["decision"] = decision

    def carry_out(self: Any, *, by: Any, on: date, carried_out_on: date) -> None:
        """Ghi ngày thực thi."""
        with take(self, "carry_out", by=by, on=on) as taking:
            since, words = self.decided_on, "Quyết định"
            refuse_before(carried_out_on, since, words, field="carried_out_on", on=on)
            self.carried_out_on = carried_out_on
            taking.facts["carried_out_on"] = carried_out_on

    def update_catalogue(self: Any, *, by: Any, on: date, change: Any) -> None:
        """Ghi biến động cập nhật: the change by which the catalogue took it up."""
        with take(self, "update_catalogue", by=by, on=on) as taking:
            if not change.touched.filter(procedure=self.procedure).exists():
                raise Refused(
                    f"{change.code} không có thủ tục {self.procedure.code}.", field="change"
                )
            if change.signed_on is None:
                raise Refused(f"{change.code} chưa có quyết định công bố.", field="change")
            self.change = change
            taking.facts["change"] = change.code

    def abandon(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Dừng phương án."""
        with take(self, "abandon", by=by, on=on) as taking:
            self.dropped_because = reason
            taking.values["reason"] = reason


def refuse_longer(one: Any) -> None:
    if one.days_after > one.days_before:
        raise Refused("Thời hạn sau dài hơn thời hạn hiện nay.", field="days_after")
    if one.fee_after > one.fee_before:
        raise Refused("Phí sau cao hơn phí hiện nay.", field="fee_after")


def refuse_before(done_on: date, earlier: date | None, words: str, *, field: str, on: date) -> None:
    if done_on > on:
        raise Refused(f"Ngày này sau hôm nay, {day(on)}.", field=field)
    if earlier and done_on < earlier:
        raise Refused(f"{words} ngày {day(earlier)}; ngày này không thể sớm hơn.", field=field)
