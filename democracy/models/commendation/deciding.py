"""From the council to the register."""

from __future__ import annotations

from datetime import date
from typing import Any

from democracy.models.picture import refuse_what_is_no_picture
from portal.attachments import File
from portal.text import day
from portal.workflow import Refused, take

ALL = 100


class Deciding:
    """Verbs of the council's secretary and of the Director."""

    def ask_again(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Trả lại đề nghị."""
        with take(self, "ask_again", by=by, on=on) as taking:
            self.sent_on = None
            taking.values["reason"] = reason

    def note_council(
        self: Any, *, by: Any, on: date, met_on: date, members: int, present: int, yes: int,
        remark: str, minutes: File | None = None,
    ) -> None:  # fmt: skip
        """Ghi ý kiến Hội đồng, out of the minutes."""
        with take(self, "note_council", by=by, on=on) as taking:
            if met_on > on:
                raise Refused(f"Ngày họp không được sau hôm nay, {day(on)}.", field="met_on")
            self.refuse_votes_that_do_not_add_up(members, present, yes)
            self.met_on, self.council_remark, self.minutes = met_on, remark, minutes
            self.council_members, self.council_present, self.council_yes = members, present, yes
            taking.facts.update(members=members, present=present, yes=yes)
            taking.values["remark"] = remark

    def refuse_votes_that_do_not_add_up(self: Any, members: int, present: int, yes: int) -> None:
        if present > members:
            raise Refused(f"Không quá số thành viên, {members}.", field="present")
        if yes > present:
            raise Refused(f"Không quá số dự họp, {present}.", field="yes")
        needed = self.regulation.value.present
        if present * ALL < needed * members:
            raise Refused(
                f"Hội đồng họp khi có ít nhất {needed}% thành viên; {present} trên {members} "
                "là chưa đủ.",
                field="present",
            )

    def commend(self: Any, *, by: Any, on: date, note: str = "", prepared_by: Any = None) -> None:
        """Khen thưởng; number and day follow."""
        with take(self, "commend", by=by, on=on, prepared_by=prepared_by) as taking:
            self.decided_by, self.decided_on = by, on
            taking.facts["award"] = self.award
            taking.values["note"] = note

    def send_up(self: Any, *, by: Any, on: date, note: str = "", prepared_by: Any = None) -> None:
        """Trình cấp trên khen thưởng."""
        with take(self, "send_up", by=by, on=on, prepared_by=prepared_by) as taking:
            taking.values["note"] = note

    def note_award(
        self: Any, *, by: Any, on: date, reference: str, dated_on: date, issuer: str
    ) -> None:
        """Ghi quyết định của cấp trên."""
        with take(self, "note_award", by=by, on=on) as taking:
            self.write_decision(taking, on=on, reference=reference, dated_on=dated_on)
            self.issuer = issuer

    def note_decision(self: Any, *, by: Any, on: date, reference: str, dated_on: date) -> None:
        """Ghi số quyết định."""
        with take(self, "note_decision", by=by, on=on) as taking:
            self.write_decision(taking, on=on, reference=reference, dated_on=dated_on)

    def write_decision(self: Any, taking: Any, *, on: date, reference: str, dated_on: date) -> None:
        if dated_on > on:
            raise Refused(f"Ngày quyết định không được sau hôm nay, {day(on)}.", field="dated_on")
        self.reference, self.dated_on = reference, dated_on
        taking.facts.update(number=reference, dated=dated_on.isoformat())

    def decline(self: Any, *, by: Any, on: date, reason: str, prepared_by: Any = None) -> None:
        """Không khen thưởng."""
        with take(self, "decline", by=by, on=on, prepared_by=prepared_by) as taking:
            self.declined_because = reason
            taking.values["reason"] = reason

    def add_picture(self: Any, *, by: Any, on: date, file: File, caption: str) -> None:
        """Thêm ảnh."""
        with take(self, "add_picture", by=by, on=on) as taking:
            refuse_what_is_no_picture(file)
            self.pictures.create(file=file, caption=caption, by=by, added_on=on)
            taking.values["caption"] = caption

    # questions

    def lacks_votes(self: Any) -> str:
        """The least share is of all members, whoever came."""
        least = self.of.votes
        if self.council_members and self.council_yes * ALL < least * self.council_members:
            return (
                f"cần ít nhất {least}% thành viên Hội đồng đồng ý; đã có "
                f"{self.council_yes} trên {self.council_members}."
            )
        return ""
