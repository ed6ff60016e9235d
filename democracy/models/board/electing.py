"""From the conference that elects a board to the end of its term."""

from __future__ import annotations

from datetime import date
from typing import Any, Self

from django.db import transaction

from democracy import statutes
from democracy.models.board.base import due_by
from portal import registers
from portal.people import Body, Unit
from portal.text import day, fold
from portal.workflow import Refused, enter, take

BOOK = "BTT"
LEADING = {
    Unit.Kind.HEADQUARTERS: ("director", "deputy_director"),
    Unit.Kind.SUBORDINATE: ("head", "deputy_head"),
    Unit.Kind.DIVISION: ("head", "deputy_head"),
}


class Electing:
    """Verbs of a term."""

    @classmethod
    @transaction.atomic
    def elect(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Ghi kết quả bầu; the members follow one by one."""
        one: Any = cls(officer=by, **facts)
        if one.elected_on > on:
            raise Refused(f"Ngày bầu không được sau hôm nay, {day(on)}.", field="elected_on")
        refuse_size(one)
        refuse_another_conference(one)
        if cls.objects.in_office().filter(body=one.body).exists():  # type: ignore[attr-defined]
            raise Refused("Ban này còn một nhiệm kỳ chưa kết thúc.", field="body")
        with enter(one, "elect", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            one.recognise_due = due_by("T5", one.elected_on)
            taking.facts.update(elected=one.elected_on.isoformat(), places=one.places)
        return one

    def fill_seat(
        self: Any, *, by: Any, on: date, user: Any, office: str = "uy-vien", since: date
    ) -> None:
        """Ghi thành viên, elected by the conference; also one who fills a vacancy."""
        with take(self, "fill_seat", by=by, on=on) as taking:
            if since < self.elected_on or since > on:
                raise Refused(f"Ghi ngày từ {day(self.elected_on)} đến {day(on)}.", field="since")
            if sentence := not_eligible(user, self.unit, on=since):
                raise Refused(sentence, field="user")
            if self.members.filter(user=user).exists():
                raise Refused(f"{user} đã là thành viên của Ban.", field="user")
            refuse_office(self, office)
            seat = self.seats.create(user=user, office=office, since=since)
            taking.facts.update(member=user.key, office=office)
            taking.values["seat"] = str(seat)

    def change_seat(self: Any, *, by: Any, on: date, seat: Any, office: str) -> None:
        """Đổi chức danh trong Ban: its first meeting elects head and deputies."""
        with take(self, "change_seat", by=by, on=on) as taking:
            refuse_office(self, office, but=seat)
            seat.office = office
            seat.save(update_fields=["office"])
            taking.facts.update(member=seat.user.key, office=office)
            taking.values["seat"] = str(seat)

    def vacate_seat(self: Any, *, by: Any, on: date, seat: Any, left_on: date, reason: str) -> None:
        """Ghi thành viên thôi tham gia: a vacancy, until the conference fills it."""
        with take(self, "vacate_seat", by=by, on=on) as taking:
            if not seat.since <= left_on <= on:
                raise Refused(f"Ghi ngày từ {day(seat.since)} đến {day(on)}.", field="left_on")
            seat.left_on, seat.left_because = left_on, reason
            seat.save(update_fields=["left_on", "left_because"])
            taking.facts.update(member=seat.user.key, left=left_on.isoformat())
            taking.values.update(seat=str(seat), reason=reason)

    def recognise(self: Any, *, by: Any, on: date, recognised_on: date, recognition: str) -> None:
        """Công nhận Ban: from this day the two years run."""
        with take(self, "recognise", by=by, on=on) as taking:
            if not self.elected_on <= recognised_on <= on:
                raise Refused(
                    f"Ghi ngày từ {day(self.elected_on)} đến {day(on)}.", field="recognised_on"
                )
            self.recognised_on, self.recognition = recognised_on, recognition
            self.ends_on = due_by("T8", recognised_on)
            taking.facts["recognised"] = recognised_on.isoformat()

    def skip_recognition(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Bỏ qua bước công nhận, where nobody is left to recognise it."""
        with take(self, "skip_recognition", by=by, on=on) as taking:
            if Body.objects.open(as_of=on).filter(kind=Body.Kind.STAFF_REPRESENTATIVE).exists():
                raise Refused("Cơ quan đang có tổ chức đại diện để công nhận Ban.")
            self.unrecognised_because = reason
            self.ends_on = due_by("T8", self.elected_on)
            taking.values["reason"] = reason

    def end_term(self: Any, *, by: Any, on: date, ended_on: date, reason: str) -> None:
        """Kết thúc nhiệm kỳ."""
        with take(self, "end_term", by=by, on=on) as taking:
            if not self.elected_on <= ended_on <= on:
                raise Refused(
                    f"Ghi ngày từ {day(self.elected_on)} đến {day(on)}.", field="ended_on"
                )
            self.ended_on, self.ended_because = ended_on, reason
            taking.facts["ended"] = ended_on.isoformat()
            taking.values["reason"] = reason


def refuse_size(term: Any) -> None:
    """Điều 60: three to nine, more with a reason, none where seven people or fewer work."""
    fewest, most = statutes.FEWEST_ON_A_BOARD, statutes.MOST_ON_A_BOARD
    if term.staff <= statutes.NO_BOARD_UP_TO:
        raise Refused(
            f"Nơi có từ {statutes.NO_BOARD_UP_TO} người trở xuống không lập Ban.",
            field="staff",
        )
    if term.places < fewest:
        raise Refused(f"Ban có từ {fewest} đến {most} thành viên.", field="places")
    if term.places > most and not term.more_because:
        raise Refused(f"Trên {most} thành viên thì ghi lý do.", field="more_because")


def refuse_another_conference(term: Any) -> None:
    """A conference on the portal says of which unit, on which day, and that it did elect."""
    held = term.conference
    if held is None:
        return
    if (held.unit_id, held.held_on) != (term.unit_id, term.elected_on):
        words = f"Hội nghị này của {held.unit}, ngày {day(held.held_on)}." if held.held_on else (
            f"Hội nghị {held.code} chưa họp.")  # fmt: skip
        raise Refused(words, field="conference")
    if held.board_election is None:
        raise Refused("Hội nghị này chưa ghi biểu quyết bầu Ban.", field="conference")


def refuse_office(term: Any, office: str, *, but: Any = None) -> None:
    others = term.members.exclude(pk=but.pk if but else None)
    if office == "truong-ban" and others.filter(office=office).exists():
        raise Refused("Ban đang có Trưởng Ban.", field="office")
    most = 2 if term.places >= statutes.MOST_ON_A_BOARD else 1
    if office == "pho-ban" and others.filter(office=office).count() >= most:
        raise Refused(f"Ban {term.places} thành viên có nhiều nhất {most} Phó Trưởng Ban.",
                      field="office")  # fmt: skip


def not_eligible(user: Any, unit: Unit, *, on: date) -> str:
    """The head, deputies and the chief accountant are not on the board; a sentence, or ''."""
    roles = LEADING[Unit.Kind(unit.kind)]
    for row in user.positions_on(on):
        if row.unit_id == unit.pk and row.role in roles:
            return f"{user} là {row.printed_title}: người đứng đầu, cấp phó không tham gia Ban."
        if row.unit_id and fold("kế toán trưởng") in fold(row.title):
            return f"{user} là {row.printed_title}: kế toán trưởng không tham gia Ban."
    return ""
