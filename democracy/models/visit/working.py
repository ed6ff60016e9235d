"""What happens before and at the unit: opening, its report, its documents, the minutes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import transaction

from portal import registers
from portal.text import day
from portal.workflow import Refused, enter, take

BOOK = "KTDV"


class Working:
    """Verbs of a visit until its minutes are written."""

    @classmethod
    @transaction.atomic
    def open_visit(cls, *, by: Any, on: date, members: Iterable[Any] = (), **facts: Any) -> Self:
        """Mở cuộc kiểm tra at one unit."""
        visit: Any = cls(officer=by, **facts)
        with enter(visit, "open_visit", by=by, on=on) as taking:
            visit.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts.update(kind=visit.kind, unit=visit.visited.code)
            taking.values["title"] = visit.title
        visit.members.set(members)
        return visit

    def edit(self: Any, *, by: Any, on: date, members: Iterable[Any] = (), **facts: Any) -> None:
        """Sửa thông tin."""
        with take(self, "edit", by=by, on=on) as taking:
            self.put(facts)
            self.members.set(members)
            taking.values["title"] = self.title

    def send_report(self: Any, *, by: Any, on: date, text: str, file: Any = None) -> None:
        """Gửi báo cáo của đơn vị, before the team comes."""
        with take(self, "send_report", by=by, on=on) as taking:
            self.report, self.reported_on = text, on
            self.report_file = file or self.report_file
            taking.values["text"] = text

    def check_documents(self: Any, *, by: Any, on: date, answers: Iterable[dict[str, Any]]) -> None:
        """Đối chiếu tài liệu: each line of the checklist, with what the portal found that day."""
        with take(self, "check_documents", by=by, on=on) as taking:
            for answer in answers:
                self.documents.update_or_create(
                    item=answer["item"], defaults=answer | {"checked_on": on, "by": by}
                )
            taking.facts["missing"] = self.documents.missing().count()

    def write_minutes(
        self: Any, *, by: Any, on: date, met_on: date, present: str, text: str, file: Any = None
    ) -> None:
        """Ghi biên bản làm việc."""
        with take(self, "write_minutes", by=by, on=on) as taking:
            if met_on > on:
                raise Refused(f"Ngày làm việc không sau hôm nay, {day(on)}.", field="met_on")
            self.met_on, self.present, self.minutes = met_on, present, text
            self.minutes_file = file or self.minutes_file
            taking.facts["met"] = met_on.isoformat()

    def call_off(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Không tiến hành."""
        with take(self, "call_off", by=by, on=on) as taking:
            self.called_off_because = reason
            taking.values["reason"] = reason
