"""The session itself: somebody came or nobody, what was concluded, the notice about it."""

from __future__ import annotations

from datetime import date as Day
from typing import TYPE_CHECKING, Any

from portal.documents.numbers import book_of
from portal.text import day
from portal.workflow import Refused, take

from ..capacity import signing_capacity
from .conclusion import Conclusion

if TYPE_CHECKING:
    from portal.attachments import File


class Holding:
    """Tiếp và kết luận."""

    def hold(self, *, by: Any, on: Day) -> None:
        """Ghi đã tiếp."""
        self._hold("hold", by=by, on=on)

    def receive_nobody(self, *, by: Any, on: Day) -> None:
        """Không có công dân đến: the day was kept all the same.

        A visit in the own book refuses nothing to whoever may not know of it.
        """
        visits = self.visits.plain() | self.visits.visible_to(by, on=on)
        if visits.exists():
            raise Refused("Buổi tiếp này đã có lượt tiếp trong sổ.")
        self._hold("receive_nobody", by=by, on=on)

    def _hold(self, step: str, *, by: Any, on: Day) -> None:
        with take(self, step, by=by, on=on) as taking:
            self.refuse_before_the_day(on=on)
            self.nobody_came = step == "receive_nobody"
            taking.facts["nobody"] = self.nobody_came

    def write_conclusion(self, *, by: Any, on: Day, text: str) -> Conclusion:
        """Ghi kết luận: typed during the talk, mended until the notice is approved."""
        with take(self, "write_conclusion", by=by, on=on) as taking:
            self.refuse_before_the_day(on=on)
            self.nobody_came = False
            words = {"text": text, "written_by": by, "written_on": on}
            taking.values["text"] = text
            return Conclusion.objects.update_or_create(reception=self, defaults=words)[0]

    def announce(self, *, by: Any, on: Day, prepared_by: Any = None, draft: str = "") -> None:
        """Duyệt Thông báo kết luận; it waits for its number."""
        with take(self, "announce", by=by, on=on, prepared_by=prepared_by) as taking:
            notice = self.conclusion
            notice.notice = draft or notice.text
            notice.approved_by, notice.approved_on = by, on
            notice.capacity = signing_capacity(by, on=on)
            notice.save()
            taking.values["notice"] = notice.notice

    def send_out(
        self,
        *,
        by: Any,
        on: Day,
        dated_on: Day,
        number: str = "",
        recipients: str = "",
        scan: File | None = None,
    ) -> None:
        """Phát hành Thông báo kết luận: số và ngày sau khi ký; none given: the book's next."""
        with take(self, "send_out", by=by, on=on) as taking:
            if dated_on > on:
                raise Refused(f"Ngày văn bản không được sau hôm nay, {day(on)}.", field="dated_on")
            if dated_on < self.conclusion.approved_on:
                approved = day(self.conclusion.approved_on)
                sentence = f"Ngày văn bản không được trước ngày duyệt, {approved}."
                raise Refused(sentence, field="dated_on")
            book = book_of("TB", on=dated_on)
            number = number or book.take(on=dated_on, stream=self.stream)
            self.conclusion.number, self.conclusion.dated_on = number, dated_on
            self.conclusion.recipients, self.conclusion.scan = recipients, scan
            self.conclusion.save()
            taking.facts.update(number=number, dated=dated_on.isoformat())

    # what a step waits for

    def refuse_before_the_day(self, *, on: Day) -> None:
        if on < self.date:
            raise Refused(f"Chưa đến ngày tiếp, {day(self.date)}.")

    @property
    def concluded(self) -> Conclusion | None:
        return getattr(self, "conclusion", None)

    def no_conclusion_to_announce(self) -> str:
        if self.concluded is None:
            return "chưa ghi kết luận."
        return "thông báo kết luận đã duyệt." if self.concluded.approved_on else ""

    def notice_approved(self) -> str:
        approved = self.concluded and self.concluded.approved_on
        return "thông báo kết luận đã duyệt." if approved else ""

    def no_notice_waiting(self) -> str:
        waits = self.concluded and self.concluded.waits
        return "" if waits else "không có thông báo nào chờ lấy số."
