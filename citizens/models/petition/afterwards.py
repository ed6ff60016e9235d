"""After a petition was handled: answers of other bodies, our answer to whoever forwarded it."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.workflow import Refused, take

from ..owed import Reply
from ..paper import Paper
from ..urged import Urged
from ..vocabulary import Channel, PaperKind


class AfterwardSteps(Urged):
    """Phúc đáp, ghi phúc đáp nhận được, đôn đốc."""

    def report_back(
        self, *, by: Any, on: date, ground: str, prepared_by: Any = None, draft: str = ""
    ) -> None:
        """Phúc đáp cơ quan chuyển đơn: what became of the matter (TCD Đ27.2)."""
        with take(self, "report_back", by=by, on=on, prepared_by=prepared_by) as taking:
            Paper.draw_up(self, PaperKind.REPORT_BACK, taking=taking, text=draft)
            taking.values["ground"] = ground

    def record_reply(
        self, *, by: Any, on: date, body: str, number: str, dated_on: date, content: str
    ) -> None:
        """Ghi phúc đáp nhận được: what the body to which we forwarded it has done."""
        if dated_on < self.received_on:
            raise Refused("Ngày văn bản không được trước ngày nhận đơn.", field="dated_on")
        with take(self, "record_reply", by=by, on=on) as taking:
            Reply.objects.create(
                petition=self,
                body=body,
                number=number,
                dated_on=dated_on,
                received_on=on,
                content=content,
                by=by,
            )
            self.urgings.open().update(answered_on=on)
            taking.facts.update(number=number, dated=dated_on.isoformat())
            taking.values["content"] = content

    def owe_report_back(self, *, on: date) -> None:
        """The matter is settled: whoever forwarded the petition hears of it in seven days."""
        if self.channel == Channel.FORWARDED and not self.sealed and not self.reported_back():
            self.start_clock("TCD_PHUC_DAP", on=on)
            self.save(update_fields=["due_key"])

    def reported_back(self) -> bool:
        return self.clocks.filter(rule="TCD_PHUC_DAP").exists()

    def nothing_to_report_back(self) -> str:
        if self.channel != Channel.FORWARDED:
            return "đơn không do cơ quan khác chuyển đến."
        running = {clock.rule for clock in self.clocks.all() if clock.is_open}
        return "" if "TCD_PHUC_DAP" in running else "chưa giải quyết xong, hoặc đã phúc đáp."
