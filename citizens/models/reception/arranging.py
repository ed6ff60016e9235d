"""Before the session: planned, posted, delegated, postponed or called off; who will come."""

from __future__ import annotations

from datetime import date as Day
from datetime import time
from typing import Any

from portal import registers
from portal.people import Position
from portal.text import day
from portal.workflow import Refused, enter, take
from portal.working_days import calendar

from .vocabulary import Host, Kind


class Arranging:
    """Xếp lịch."""

    @classmethod
    def plan(cls, *, by: Any, on: Day, **facts: Any) -> Any:
        """Lên lịch: one session. Returns it."""
        reception: Any = cls(**facts)
        reception.refuse_wrong_day(on=on)
        reception.host = host_kind(reception.host_position)
        with enter(reception, "plan", by=by, on=on) as taking:
            reception.code = registers.take_number(cls.book, on=reception.date).code
            taking.facts["date"] = reception.date.isoformat()
        return reception

    def refuse_wrong_day(self, *, on: Day) -> None:
        if self.date < on:
            raise Refused(f"Ngày tiếp không được trước hôm nay, {day(on)}.", field="date")
        why_off = calendar().why_off(self.date)
        if why_off and self.kind == Kind.PERIODIC:
            sentence = f"{day(self.date)} là ngày nghỉ ({why_off}); chọn ngày làm việc."
            raise Refused(sentence, field="date")

    def display(self, *, by: Any, on: Day, displayed_on: Day) -> None:
        """Niêm yết: at the office, at the place and on the public page."""
        with take(self, "display", by=by, on=on) as taking:
            if displayed_on > on:
                sentence = f"Ngày niêm yết không được sau hôm nay, {day(on)}."
                raise Refused(sentence, field="displayed_on")
            self.announced, self.displayed_on = True, displayed_on
            taking.facts["displayed_on"] = displayed_on.isoformat()

    def delegate(self, *, by: Any, on: Day, position: Position, reason: str = "") -> None:
        """Đổi người chủ trì: the head, or whom the head delegates."""
        with take(self, "delegate", by=by, on=on) as taking:
            self.host_position, self.host = position, host_kind(position)
            taking.facts["position"] = position.pk
            taking.values["reason"] = reason

    def postpone(
        self, *, by: Any, on: Day, reason: str, date: Day, starts_at: time, ends_at: time
    ) -> Any:
        """Hoãn: with the reason and the new time, posted as the old one was. Returns the new."""
        with take(self, "postpone", by=by, on=on) as taking:
            hours = {"date": date, "starts_at": starts_at, "ends_at": ends_at}
            self.moved_to = self.plan(by=by, on=on, **self.arrangement(), **hours)
            self.reason = reason
            self.registrations.update(reception=self.moved_to)
            if self.announced:
                self.moved_to.display(by=by, on=on, displayed_on=on)
            taking.facts["moved_to"] = self.moved_to.code
            taking.values["reason"] = reason
        return self.moved_to

    def arrangement(self) -> dict[str, Any]:
        """What stays the same when the day changes."""
        names = ("kind", "host_position", "unit", "place", "online")
        texts = ("participants", "expected_content")
        return {name: getattr(self, name) for name in (*names, *texts)}

    def cancel(self, *, by: Any, on: Day, reason: str) -> None:
        """Hủy buổi tiếp."""
        with take(self, "cancel", by=by, on=on) as taking:
            self.reason = reason
            taking.values["reason"] = reason

    def prepare_online(
        self, *, by: Any, on: Day, notified_on: Day | None = None, tested_on: Day | None = None
    ) -> None:
        """Chuẩn bị trực tuyến: notice to all, test of the line (NĐ154 Đ23)."""
        with take(self, "prepare_online", by=by, on=on) as taking:
            for name, day_done in (("notified_on", notified_on), ("tested_on", tested_on)):
                if day_done and day_done > on:
                    raise Refused(f"Không được sau hôm nay, {day(on)}.", field=name)
                setattr(self, name, day_done)
                taking.facts[name] = day_done.isoformat() if day_done else ""

    def not_online(self) -> str:
        return "" if self.online else "buổi tiếp không trực tuyến."


def host_kind(position: Position | None) -> str:
    """A head receives himself; whoever else is in the chair is delegated."""
    heads = position is None or position.role in ("director", "head")
    return Host.HEAD if heads else Host.DELEGATE
