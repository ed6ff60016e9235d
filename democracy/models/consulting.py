"""From the plan of a consultation to the summary that is made known."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import transaction

from democracy import items
from portal import registers
from portal.text import day
from portal.workflow import Refused, enter, take

BOOK = "LYK"


class Consulting:
    """Verbs of a consultation."""

    @classmethod
    @transaction.atomic
    def draw_up(cls, *, by: Any, on: date, units: Iterable[Any] = (), **facts: Any) -> Self:
        """Lập kế hoạch lấy ý kiến: content, form, last day, who answers for it (Điều 55)."""
        asked: Any = cls(officer=by, **facts)
        with enter(asked, "draw_up", by=by, on=on) as taking:
            asked.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts["item"] = asked.item
            taking.values["title"] = asked.title
        asked.units.set(units)
        return asked

    def edit(self: Any, *, by: Any, on: date, units: Iterable[Any] = (), **facts: Any) -> None:
        """Sửa kế hoạch."""
        with take(self, "edit", by=by, on=on) as taking:
            self.put(facts)
            self.units.set(units)
            taking.values["title"] = self.title

    def consult(
        self: Any, *, by: Any, on: date, prepared_by: Any = None, draft: str = "", note: str = ""
    ) -> None:
        """Lấy ý kiến: from today the circle is asked."""
        with take(self, "consult", by=by, on=on, prepared_by=prepared_by) as taking:
            if self.closes_on <= on:
                raise Refused(
                    f"Hạn nhận ý kiến {day(self.closes_on)} không còn; sửa kế hoạch rồi làm lại."
                )
            self.opened_on = on
            taking.values["note"] = note

    def comment(self: Any, *, by: Any, on: date, text: str) -> Any:
        """Góp ý, with one's name."""
        with take(self, "comment", by=by, on=on):
            self.refuse_after_last_day(on)
            return self.opinions.create(via="signed", author=by, given_on=on, text=text)

    def hear(self: Any, *, text: str, given_on: date) -> Any:
        """Out of the box: nobody said it, and only the day is known."""
        return self.opinions.create(via="box", given_on=given_on, text=text)

    def note_opinion(self: Any, *, by: Any, on: date, source: str, text: str) -> Any:
        """Ghi ý kiến nhận ngoài Cổng: at a meeting, on a ballot."""
        with take(self, "note_opinion", by=by, on=on) as taking:
            taking.values["source"] = source
            return self.opinions.create(via="paper", source=source, given_on=on, text=text)

    def answer_opinion(
        self: Any, *, by: Any, on: date, opinion: Any, disposition: str, answer: str
    ) -> None:
        """Tiếp thu, giải trình, one opinion at a time."""
        with take(self, "answer_opinion", by=by, on=on) as taking:
            opinion.disposition, opinion.answer, opinion.answered_on = disposition, answer, on
            opinion.save(update_fields=["disposition", "answer", "answered_on"])
            taking.facts["disposition"] = disposition

    def sum_up(
        self: Any, *, by: Any, on: date, summary: str, prepared_by: Any = None, draft: str = ""
    ) -> None:
        """Tổng hợp ý kiến; the summary itself must now be made known within five days."""
        with take(self, "sum_up", by=by, on=on, prepared_by=prepared_by) as taking:
            if on <= self.closes_on:
                raise Refused(f"Còn nhận ý kiến đến hết ngày {day(self.closes_on)}.")
            self.summary, self.summed_up_on = summary, on
            self.posting = self.post_summary(by=prepared_by or by, on=on)
            taking.facts["opinions"] = self.opinions.count()

    def post_summary(self: Any, *, by: Any, on: date) -> Any:
        model = self._meta.get_field("posting").related_model
        return model.note_posting(
            by=by,
            on=on,
            item=items.OPINIONS_SUMMED_UP,
            title=f"Tổng hợp ý kiến: {self.title}"[:300],
            decided_on=on,
            unit=self.unit,
            circle=self.circle,
            units=list(self.units.all()),
        )

    def refuse_after_last_day(self: Any, on: date) -> None:
        if on > self.closes_on:
            raise Refused(f"Đã hết hạn góp ý ngày {day(self.closes_on)}.")
