"""From the signed decision on: the catalogue changes with it, then the days are noted."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.text import day
from portal.workflow import Refused, take
from portal.working_days import calendar
from reforms.models.procedure import Procedure

from .applying import apply
from .opening import last_day, refuse_future
from .vocabulary import Stage


class Noting:
    """Verbs of the decision and after it."""

    def note_decision(
        self: Any, *, by: Any, on: date, decision: str, signed_on: date,
        effective_on: date | None = None,
    ) -> None:  # fmt: skip
        """Ghi quyết định công bố: from its day on the catalogue says what it says."""
        with take(self, "note_decision", by=by, on=on) as taking:
            if signed_on > on:
                raise Refused(f"Ngày ký sau hôm nay, {day(on)}.", field="signed_on")
            self.decision, self.signed_on = decision, signed_on
            self.drafted_on = self.drafted_on or signed_on
            self.effective_on = effective_on or self.effective_on
            self.enter_by = last_day("TTHC_CAP_NHAT", signed_on, calendar(), complex=self.shortened)
            apply(self, by=by, on=on)
            taking.facts |= {"signed_on": signed_on, "effective_on": self.effective_on}
            taking.values["decision"] = decision

    def note_entry(self: Any, *, by: Any, on: date, done_on: date) -> None:
        """Ghi ngày nhập cơ sở dữ liệu quốc gia."""
        with take(self, "note_entry", by=by, on=on) as taking:
            self.note_day("entered_on", done_on, taking, on=on)

    def note_posting(self: Any, *, by: Any, on: date, done_on: date) -> None:
        """Ghi ngày niêm yết, công khai."""
        with take(self, "note_posting", by=by, on=on) as taking:
            self.note_day("posted_on", done_on, taking, on=on)
            for row in Procedure.objects.filter(changes__change=self):
                row.versions.filter(opened_on=self.effective_on).update(published_on=done_on)

    def note_process(self: Any, *, by: Any, on: date, done_on: date) -> None:
        """Ghi ngày phê duyệt quy trình nội bộ."""
        with take(self, "note_process", by=by, on=on) as taking:
            if self.closes:
                raise Refused("Thủ tục bị bãi bỏ, thay thế không có quy trình mới.")
            self.note_day("process_on", done_on, taking, on=on)

    def note_day(self: Any, name: str, done_on: date, taking: Any, *, on: date) -> None:
        """The day of a step after the signature; the last of them ends the change."""
        refuse_future(done_on, on=on)
        if done_on < self.signed_on:
            raise Refused(f"Quyết định ký ngày {day(self.signed_on)}.", field="done_on")
        setattr(self, name, done_on)
        taking.facts["done_on"] = done_on
        if self.is_updated():
            taking.target = Stage.DONE
