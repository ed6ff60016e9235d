"""What is done with a report until it is sent."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import transaction

from portal import registers
from portal.reporting.counting import counted
from portal.text import day
from portal.workflow import Refused, enter, take


class Writing:
    """Verbs of a report."""

    signed_on: Any
    dated_on: Any

    @classmethod
    @transaction.atomic
    def draw_up(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Lập báo cáo: empty; what was written in another period stays there."""
        made: Any = cls
        report: Any = made(officer=by, **facts)
        report.programme = report.plan_of_it.programme
        same = {"from_on": report.from_on, "to_on": report.to_on}
        if made.objects.alike(report).filter(**same).exists():
            raise Refused("Báo cáo này của kỳ này đã lập.", field="outline")
        with enter(report, "draw_up", by=by, on=on) as taking:
            book = report.room.book
            report.code = registers.take_number(book, on=on, stream=book).code
            taking.facts["outline"] = report.outline
            taking.values["title"] = report.title
        return report

    def write(self: Any, *, by: Any, on: date, section: str, text: str) -> None:
        """Viết nội dung of one section."""
        with take(self, "write", by=by, on=on) as taking:
            if self.plan_of_it.section(section) is None:
                raise Refused("Đề cương không có mục này.", field="section")
            if text:
                facts = {"text": text, "by": by, "on": on}
                self.texts.update_or_create(section=section, defaults=facts)
            else:
                self.texts.filter(section=section).delete()
            taking.facts["section"] = section
            taking.values["text"] = text

    def sign_report(
        self: Any, *, by: Any, on: date, prepared_by: Any = None, draft: str = "", note: str = ""
    ) -> None:
        """Ký báo cáo: from now on the figures are those of this day."""
        with take(self, "sign_report", by=by, on=on, prepared_by=prepared_by) as taking:
            self.signer, self.signed_on = by, on
            self.kept_figures = {row.name: row.as_kept() for row in counted(self)}
            taking.facts["figures"] = len(self.kept_figures)
            taking.values["note"] = note

    def take_back(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Sửa lại báo cáo, before it is sent; figures are counted anew."""
        with take(self, "take_back", by=by, on=on) as taking:
            self.signer = self.signed_on = None
            self.kept_figures = {}
            taking.values["reason"] = reason

    def send_out(self: Any, *, by: Any, on: date, reference: str, dated_on: date) -> None:
        """Phát hành báo cáo: số và ngày."""
        with take(self, "send_out", by=by, on=on) as taking:
            if dated_on > on:
                raise Refused(f"Ngày văn bản không được sau hôm nay, {day(on)}.", field="dated_on")
            self.reference, self.dated_on = reference, dated_on
            taking.facts.update(number=reference, dated=dated_on.isoformat())

    def lacks_words(self: Any) -> str:
        return "" if self.texts.exists() else "chưa mục nào có nội dung do người soạn viết."
