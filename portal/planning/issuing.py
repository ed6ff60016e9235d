"""From the signature to the review: number and date, shares of units, receipts, unit plans."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.planning.fan_out import spread
from portal.text import day
from portal.workflow import Refused, take


class Issuing:
    """Verbs of a plan from its signature on."""

    dated_on: date | None
    signed_on: date | None
    reviewed_on: date | None

    def issue(
        self: Any, *, by: Any, on: date, prepared_by: Any = None, draft: str = "", note: str = ""
    ) -> None:
        """Ban hành: signed; number and date come from the clerk."""
        with take(self, "issue", by=by, on=on, prepared_by=prepared_by) as taking:
            self.signer, self.signed_on = by, on
            taking.values["note"] = note

    def send_out(self: Any, *, by: Any, on: date, number: str, symbol: str, dated_on: date) -> None:
        """Phát hành: số và ngày sau khi ký; from now on every unit has its share."""
        with take(self, "send_out", by=by, on=on) as taking:
            if dated_on > on:
                raise Refused(f"Ngày ban hành không được sau hôm nay, {day(on)}.", field="dated_on")
            self.number, self.symbol, self.dated_on = number, symbol, dated_on
            taking.facts.update(number=self.reference, dated=dated_on.isoformat())
            taking.facts["shares"] = spread(self, on=on)
            known = self.recipients.filter(unit__in=(self.unit, self.coordinating_unit))
            known.update(acknowledged_on=on, acknowledged_by=by)
            self.answer_parent(on=on)
            self.tell_who_waits(on=on)

    def answer_parent(self: Any, *, on: date) -> None:
        """The plan above is told that this unit has its own."""
        if self.parent_id is None:
            return
        from portal.planning.records import answer_with_plan

        answer_with_plan(self, on=on)
        owed = self.parent.recipients.filter(unit=self.unit)
        owed.update(own_plan=self, own_reference=self.reference, own_dated_on=self.dated_on)

    def tell_who_waits(self: Any, *, on: date) -> None:
        """What was found wanting has a remedy from now on, and the like."""
        from portal.planning.records import tell_who_waits

        tell_who_waits(self, on=on)

    def acknowledge(self: Any, *, by: Any, on: date) -> None:
        """Xác nhận đã nhận, for each unit of the reader that is named."""
        units = [row.unit_id for row in by.positions_on(on) if row.unit_id]
        bodies = [row.body_id for row in by.positions_on(on) if row.body_id]
        with take(self, "acknowledge", by=by, on=on) as taking:
            waiting = self.recipients.filter(acknowledged_on=None)
            mine = waiting.filter(unit__in=units) | waiting.filter(body__in=bodies)
            taking.facts["recipients"] = mine.update(acknowledged_on=on, acknowledged_by=by)

    def note_unit_plan(
        self: Any, *, by: Any, on: date, unit: Any, reference: str, dated_on: date
    ) -> None:
        """Ghi kế hoạch của đơn vị, for a unit that never signs in."""
        with take(self, "note_unit_plan", by=by, on=on) as taking:
            if dated_on > on:
                raise Refused(f"Ngày văn bản không được sau hôm nay, {day(on)}.", field="dated_on")
            row = self.recipients.filter(unit=unit).first()
            if row is None:
                raise Refused("Đơn vị này không có tên ở nơi nhận.", field="unit")
            row.own_reference, row.own_dated_on = reference, dated_on
            row.save(update_fields=["own_reference", "own_dated_on"])
            taking.facts.update(unit=unit.code, number=reference, dated=dated_on.isoformat())

    def final_review(self: Any, *, by: Any, on: date, review: str) -> None:
        """Tổng kết."""
        with take(self, "final_review", by=by, on=on) as taking:
            self.review, self.reviewed_on = review, on
            taking.values["review"] = review
