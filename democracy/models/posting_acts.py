"""What is done with a thing that staff must be told."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import transaction

from democracy import items
from portal import registers
from portal.text import day
from portal.workflow import Refused, enter, take

BOOK = "CK"


class Displaying:
    """Verbs of a posting."""

    @classmethod
    @transaction.atomic
    def note_posting(cls, *, by: Any, on: date, units: Iterable[Any] = (), **facts: Any) -> Self:
        """Ghi nội dung phải công khai: from the day of the decision the five days run."""
        posting: Any = cls(officer=by, **facts)
        refuse_file_of_declaration(posting.item, posting.file)
        with enter(posting, "note_posting", by=by, on=on) as taking:
            posting.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            posting.due_on = posting.reckoned.due if posting.reckoned else None
            taking.facts.update(item=posting.item, decided=posting.decided_on.isoformat())
            taking.values["title"] = posting.title
        posting.units.set(units)
        return posting

    def edit(self: Any, *, by: Any, on: date, units: Iterable[Any] = (), **facts: Any) -> None:
        """Sửa nội dung, while it is not posted."""
        with take(self, "edit", by=by, on=on) as taking:
            refuse_file_of_declaration(facts.get("item", self.item), facts.get("file", self.file))
            self.put(facts)
            self.due_on = self.reckoned.due if self.reckoned else None
            self.units.set(units)
            taking.facts.update(item=self.item, decided=self.decided_on.isoformat())
            taking.values["title"] = self.title

    def display(
        self: Any, *, by: Any, on: date, until: date | None = None, forms: Iterable[str] = ()
    ) -> None:
        """Đăng công khai: here in any case, elsewhere as told."""
        least = items.posted_at_least_until(on)
        with take(self, "display", by=by, on=on) as taking:
            self.posted_on, self.posted_until = on, until or least
            if self.posted_until < least:
                raise Refused(
                    f"Phải đăng ít nhất {items.KEPT_POSTED} ngày liên tục: đến hết {day(least)}"
                    " hoặc lâu hơn.",
                    field="until",
                )
            chosen = {items.ON_THE_PORTAL, *forms}
            self.forms = [code for code, _ in items.FORMS_OF_PUBLICITY if code in chosen]
            self.displays.create(from_on=on, until_on=self.posted_until, by=by)
            taking.facts.update(until=self.posted_until.isoformat(), forms=self.forms)

    def take_down(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Gỡ xuống: posted again, it stands for twenty days more."""
        with take(self, "take_down", by=by, on=on) as taking:
            running = self.displays.filter(taken_down_on=None)
            running.update(taken_down_on=on, taken_down_because=reason)
            self.posted_on = self.posted_until = None
            taking.values["reason"] = reason

    def withhold(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Không công khai nội dung: the line stays in the register."""
        with take(self, "withhold", by=by, on=on) as taking:
            self.withheld_because = reason
            taking.values["reason"] = reason

    def request_information(self: Any, *, by: Any, on: date, ground: str, text: str = "") -> Any:
        """Yêu cầu cung cấp thông tin."""
        with take(self, "request_information", by=by, on=on) as taking:
            if self.requests.open().filter(asked_by=by).exists():
                raise Refused("Yêu cầu trước của đồng chí đang chờ trả lời.")
            if sentence := wrong_ground(self, ground, on=on):
                raise Refused(sentence, field="ground")
            taking.facts["ground"] = ground
            return self.requests.create(ground=ground, text=text, asked_by=by, asked_on=on)

    def give_information(self: Any, *, by: Any, on: date, answer: str) -> None:
        """Cung cấp thông tin: whoever asked may fetch the document from now on."""
        with take(self, "give_information", by=by, on=on) as taking:
            waiting = self.requests.open()
            taking.facts["requests"] = waiting.update(answer=answer, answered_by=by, answered_on=on)
            taking.values["answer"] = answer


def refuse_file_of_declaration(item: str, file: Any) -> None:
    if file is not None and not items.PUBLICISED[item].holds_file:
        raise Refused(
            "Bản kê khai tài sản, thu nhập chỉ ghi một dòng trong sổ, không đính kèm tệp.",
            field="file_sent",
        )


def wrong_ground(posting: Any, ground: str, *, on: date) -> str:
    """Why the ground does not fit how the posting stands on that day, or ''."""
    if ground == "het-thoi-gian" and not (posting.posted_until and posting.posted_until < on):
        return "Nội dung này chưa hết thời gian đăng."
    late = posting.posted_on is None and posting.due_on is not None and posting.due_on < on
    if ground == "chua-cong-khai" and not late:
        return "Nội dung này chưa quá hạn công khai."
    return ""
