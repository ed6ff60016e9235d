"""From the draft of a movement to its end."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import transaction

from portal import registers
from portal.planning import TaskUnit
from portal.text import day
from portal.workflow import Refused, enter, take

BOOK = "PT"


class Leading:
    """Verbs of whoever leads the movement."""

    @classmethod
    @transaction.atomic
    def draw_up(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Lập phong trào thi đua."""
        one: Any = cls(officer=by, **facts)
        with enter(one, "draw_up", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.values["title"] = one.title
        return one

    def edit(self: Any, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa dự thảo phong trào."""
        with take(self, "edit", by=by, on=on) as taking:
            self.put(facts)
            taking.values["title"] = self.title

    def launch(self: Any, *, by: Any, on: date, note: str = "", prepared_by: Any = None) -> None:
        """Phát động."""
        with take(self, "launch", by=by, on=on, prepared_by=prepared_by) as taking:
            self.launched_on = on
            taking.facts["form"] = self.launch_form
            taking.values["note"] = note

    def add_round(
        self: Any, *, by: Any, on: date, name: str, from_on: date, to_on: date, content: str = ""
    ) -> None:
        """Thêm đợt, inside the movement's own time."""
        with take(self, "add_round", by=by, on=on) as taking:
            if not self.from_on <= from_on <= to_on <= self.to_on:
                raise Refused(
                    f"Đợt nằm trong thời gian của phong trào, {day(self.from_on)} – "
                    f"{day(self.to_on)}.",
                    field="from_on",
                )
            self.rounds.create(name=name, from_on=from_on, to_on=to_on, content=content)
            taking.values["name"] = name

    def plan_closing(self: Any, *, by: Any, on: date, closing_on: date) -> None:
        """Hẹn ngày tổng kết: proposals of the movement are counted back from it."""
        with take(self, "plan_closing", by=by, on=on) as taking:
            if closing_on < max(on, self.from_on):
                raise Refused("Ngày tổng kết không trước hôm nay và ngày bắt đầu phong trào.",
                              field="closing_on")  # fmt: skip
            self.closing_on = closing_on
            taking.facts["closing"] = closing_on.isoformat()

    def link_task(self: Any, *, by: Any, on: date, share: TaskUnit) -> None:
        """Gắn nhiệm vụ của kế hoạch."""
        with take(self, "link_task", by=by, on=on) as taking:
            self.tasks.add(share)
            taking.facts["task"] = share.code

    def link_movement(self: Any, *, by: Any, on: date, other: Any) -> None:
        """Gắn với phong trào khác."""
        with take(self, "link_movement", by=by, on=on) as taking:
            if other.pk == self.pk:
                raise Refused("Đây là chính phong trào này.", field="other")
            self.together_with.add(other)
            taking.facts["movement"] = other.code

    def sum_up(self: Any, *, by: Any, on: date, summary: str, prepared_by: Any = None) -> None:
        """Tổng kết phong trào."""
        with take(self, "sum_up", by=by, on=on, prepared_by=prepared_by) as taking:
            self.summary, self.ended_on = summary, on
            taking.values["summary"] = summary
