"""A change from the instrument that sets it going to the day of its draft."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import transaction

from portal import registers
from portal.deadlines import compute
from portal.office import setting
from portal.text import day
from portal.workflow import Refused, enter, take
from portal.working_days import Calendar, calendar
from reforms import statutes

BOOK = "BDTT"


class Opening:
    """Verbs before the decision."""

    @classmethod
    @transaction.atomic
    def open_change(cls, *, by: Any, on: date, procedures: Any = (), **facts: Any) -> Self:
        """Lập biến động."""
        one: Any = cls(officer=by, opened_on=on, **facts)
        with enter(one, "open_change", by=by, on=on) as taking:
            one.reckon()
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.values["title"] = one.title
            taking.write(one)
            for procedure in procedures:
                one.touched.create(procedure=procedure)
        return one

    def edit(self: Any, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa biến động."""
        with take(self, "edit", by=by, on=on) as taking:
            for name, value in facts.items():
                setattr(self, name, value)
            self.reckon()
            taking.values["title"] = self.title

    def reckon(self: Any) -> None:
        for name, due in self.reckoned(calendar()).items():
            setattr(self, name, due)

    def reckoned(self: Any, calendar: Calendar) -> dict[str, date]:
        """The last days by the law and by the office's own rule for the draft."""
        days = int(setting("procedure_draft_days", as_of=self.opened_on))
        code = "TTHC_CONG_BO_RG" if self.shortened else "TTHC_CONG_BO"
        start = self.promulgated_on if self.shortened else self.effective_on
        found = {
            "draft_by": calendar.add(self.promulgated_on, days),
            "sign_by": last_day(code, start, calendar),
        }
        found["draft_by"] = min(found.values())
        if self.signed_on:
            found["enter_by"] = last_day(
                "TTHC_CAP_NHAT", self.signed_on, calendar, complex=self.shortened
            )
        return found

    def touch(
        self: Any, *, by: Any, on: date, procedure: Any = None, new_code: str = "",
        new_name: str = "", area: Any = None,
    ) -> None:  # fmt: skip
        """Thêm thủ tục: one of the catalogue, or what is to be entered there."""
        with take(self, "touch", by=by, on=on) as taking:
            if procedure and self.touched.filter(procedure=procedure).exists():
                raise Refused("Thủ tục này đã có trong biến động.", field="procedure")
            row = self.touched.create(
                procedure=procedure, new_code=new_code, new_name=new_name, area=area
            )
            taking.values["procedure"] = str(row)

    def let_go(self: Any, *, by: Any, on: date, touched: Any) -> None:
        """Bỏ thủ tục."""
        with take(self, "let_go", by=by, on=on) as taking:
            taking.values["procedure"] = str(touched)
            touched.delete()

    def note_draft(self: Any, *, by: Any, on: date, done_on: date) -> None:
        """Ghi ngày dự thảo xong."""
        with take(self, "note_draft", by=by, on=on) as taking:
            refuse_future(done_on, on=on)
            self.drafted_on = done_on
            taking.facts["done_on"] = done_on

    def note_submission(self: Any, *, by: Any, on: date, done_on: date) -> None:
        """Ghi ngày trình Ủy ban nhân dân."""
        with take(self, "note_submission", by=by, on=on) as taking:
            refuse_future(done_on, on=on)
            self.drafted_on = self.drafted_on or done_on
            if done_on < self.drafted_on:
                raise Refused(f"Dự thảo xong ngày {day(self.drafted_on)}.", field="done_on")
            self.submitted_on = done_on
            taking.facts["done_on"] = done_on

    def abandon(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Dừng biến động."""
        with take(self, "abandon", by=by, on=on) as taking:
            self.dropped_because = reason
            taking.values["reason"] = reason


def last_day(code: str, start: date, calendar: Calendar, *, complex: bool = False) -> date:
    deadline = compute(statutes.RULES[code], start=start, calendar=calendar, complex=complex)
    assert deadline.due is not None  # only an open pause leaves it out
    return deadline.due


def refuse_future(done_on: date, *, on: date) -> None:
    if done_on > on:
        raise Refused(f"Ngày này sau hôm nay, {day(on)}.", field="done_on")
