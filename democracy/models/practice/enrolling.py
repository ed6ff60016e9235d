"""From the enrolment to the list, and what is told on the way."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import transaction

from democracy.models.picture import refuse_what_is_no_picture
from portal import registers
from portal.attachments import File
from portal.workflow import Refused, enter, take

BOOK = "MH"


class Enrolling:
    """Verbs of the unit whose practice it is, and of those who draw up the list."""

    @classmethod
    @transaction.atomic
    def enrol(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Đăng ký mô hình."""
        one: Any = cls(officer=by, **facts)
        with enter(one, "enrol", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts["kind"] = one.kind
            taking.values["title"] = one.title
        return one

    def edit(self: Any, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa đăng ký, before it is on the list."""
        with take(self, "edit", by=by, on=on) as taking:
            self.put(facts)
            taking.values["title"] = self.title

    def list_up(self: Any, *, by: Any, on: date, prepared_by: Any = None, note: str = "") -> None:
        """Đưa vào danh mục."""
        with take(self, "list_up", by=by, on=on, prepared_by=prepared_by) as taking:
            taking.values["note"] = note

    def turn_down(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Không đưa vào danh mục."""
        with take(self, "turn_down", by=by, on=on) as taking:
            taking.values["reason"] = reason

    def note_progress(
        self: Any, *, by: Any, on: date, text: str, reached: int | None = None
    ) -> None:
        """Ghi tiến độ: how many it has reached until now, not how many more."""
        with take(self, "note_progress", by=by, on=on) as taking:
            if reached is not None and reached < self.reached:
                raise Refused(
                    f"Số đến nay không ít hơn lần trước, {self.reached}.", field="reached"
                )
            self.notes.create(text=text, reached=reached, by=by, written_on=on)
            self.reached = self.reached if reached is None else reached
            taking.facts["reached"] = self.reached
            taking.values["text"] = text

    def add_picture(self: Any, *, by: Any, on: date, file: File, caption: str) -> None:
        """Thêm ảnh."""
        with take(self, "add_picture", by=by, on=on) as taking:
            refuse_what_is_no_picture(file)
            self.pictures.create(file=file, caption=caption, by=by, added_on=on)
            taking.values["caption"] = caption

    def stop(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Dừng mô hình; what it reached stays."""
        with take(self, "stop", by=by, on=on) as taking:
            self.to_on = min(self.to_on or on, on) if self.from_on <= on else self.from_on
            self.showcased_on, self.showcase = None, ""
            taking.values["reason"] = reason
