"""From the draft of a committee to the decision, and who looks after what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any, Self

from django.db import transaction
from django.db.models import Max

from portal import registers
from portal.people import Body
from portal.text import day
from portal.workflow import Refused, enter, take

BOOK = "BCD"


class Composing:
    """Verbs of a version."""

    @classmethod
    @transaction.atomic
    def compose(cls, *, by: Any, on: date, unit: Any, body: Any = None, kind: str = "ban-chi-dao",
                name: str = "") -> Self:  # fmt: skip
        """Soạn thành phần: begins with the seats and duties of the version before."""
        model: Any = cls
        if body and model.objects.filter(body=body, stage="draft").exists():
            raise Refused("Ban này đang có một dự thảo kiện toàn.", field="body")
        before = model.objects.filter(body=body).exclude(stage="draft").first() if body else None
        one = model(officer=by, unit=before.unit if before else unit, kind=kind)
        one.body = body or Body(kind=Body.Kind.STEERING, name=name)
        with enter(one, "compose", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            if body is None:
                one.body = new_body(one.code, name, on=on)
            taking.values["body"] = str(one.body)
        if before:
            copy_seats(before, one, on=on)
        return one

    def add_seat(self: Any, *, by: Any, on: date, role: str, post: str, user: Any = None) -> None:
        """Thêm thành viên; without a person the seat is empty."""
        with take(self, "add_seat", by=by, on=on) as taking:
            refuse_seat(self, role, user)
            last = self.seats.aggregate(last=Max("place"))["last"] or 0
            seat = self.seats.create(place=last + 1, role=role, post=post, user=user)
            taking.facts.update(role=role, member=user.key if user else "")
            taking.values["seat"] = str(seat)

    def change_seat(
        self: Any, *, by: Any, on: date, seat: Any, role: str, post: str, user: Any = None
    ) -> None:
        """Sửa thành viên."""
        with take(self, "change_seat", by=by, on=on) as taking:
            refuse_seat(self, role, user, but=seat)
            seat.role, seat.post, seat.user = role, post, user
            seat.save(update_fields=["role", "post", "user"])
            taking.facts.update(role=role, member=user.key if user else "")
            taking.values["seat"] = str(seat)

    def remove_seat(self: Any, *, by: Any, on: date, seat: Any) -> None:
        """Bỏ thành viên, from a draft."""
        with take(self, "remove_seat", by=by, on=on) as taking:
            taking.values["seat"] = str(seat)
            seat.duties.all().delete()
            seat.delete()

    def reconstitute(
        self: Any, *, by: Any, on: date, valid_from: date, prepared_by: Any = None,
        draft: str = "", note: str = "",
    ) -> None:  # fmt: skip
        """Kiện toàn: from that day this version holds; those before stay as they were."""
        with take(self, "reconstitute", by=by, on=on, prepared_by=prepared_by) as taking:
            earlier = type(self).objects.filter(body=self.body).exclude(pk=self.pk)
            latest = earlier.aggregate(last=Max("valid_from"))["last"]
            if latest and valid_from <= latest:
                raise Refused(
                    f"Bản trước có hiệu lực từ {day(latest)}; ghi ngày sau đó.", field="valid_from"
                )
            self.valid_from = valid_from
            taking.facts["from"] = valid_from.isoformat()
            taking.values["note"] = note

    def note_decision(self: Any, *, by: Any, on: date, reference: str, dated_on: date) -> None:
        """Ghi số quyết định."""
        with take(self, "note_decision", by=by, on=on) as taking:
            if dated_on > on:
                raise Refused(f"Ngày văn bản không được sau hôm nay, {day(on)}.", field="dated_on")
            self.reference, self.dated_on = reference, dated_on
            taking.facts.update(number=reference, dated=dated_on.isoformat())

    def assign_duty(
        self: Any, *, by: Any, on: date, seat: Any, text: str, fields: Iterable[Any] = (),
        units: Iterable[Any] = (),
    ) -> None:  # fmt: skip
        """Phân công nhiệm vụ: a member, a duty, its fields and units."""
        with take(self, "assign_duty", by=by, on=on) as taking:
            duty = seat.duties.create(text=text, since=on)
            duty.fields.set(fields)
            duty.units.set(units)
            taking.values.update(seat=str(seat), duty=text)

    def withdraw_duty(self: Any, *, by: Any, on: date, duty: Any) -> None:
        """Bỏ phân công."""
        with take(self, "withdraw_duty", by=by, on=on) as taking:
            taking.values.update(seat=str(duty.seat), duty=duty.text)
            duty.delete()

    def attach_regulation(self: Any, *, by: Any, on: date, regulation: Any) -> None:
        """Ghi quy chế hoạt động: a version of an instrument of the register."""
        with take(self, "attach_regulation", by=by, on=on) as taking:
            self.regulation = regulation
            taking.values["regulation"] = regulation.cited

    def note_meeting(
        self: Any, *, by: Any, on: date, met_on: date, present: int, text: str,
        items: Iterable[str] = (), focal: Any = None, minutes: Any = None,
    ) -> Any:  # fmt: skip
        """Ghi cuộc họp: each conclusion a task of a notice that its head signs."""
        from democracy.models.committee.meeting import notice_of

        with take(self, "note_meeting", by=by, on=on) as taking:
            if not self.valid_from <= met_on <= on:
                raise Refused(f"Ghi ngày từ {day(self.valid_from)} đến {day(on)}.", field="met_on")
            members = self.seats.filter(user__isnull=False).count()
            if present > members:
                raise Refused(f"Ban có {members} thành viên.", field="present")
            meeting = self.meetings.create(
                met_on=met_on, present=present, members=members, text=text, minutes=minutes, by=by
            )
            if items := list(items):
                meeting.plan = notice_of(meeting, items, focal=focal or self.unit, by=by, on=on)
                meeting.save(update_fields=["plan"])
            taking.facts.update(met=met_on.isoformat(), present=present, conclusions=len(items))
        return meeting

    def end_committee(self: Any, *, by: Any, on: date, ended_on: date, reason: str) -> None:
        """Ghi kết thúc hoạt động: nothing more is owed by it."""
        with take(self, "end_committee", by=by, on=on) as taking:
            if ended_on < self.valid_from or ended_on > on:
                raise Refused(
                    f"Ghi ngày từ {day(self.valid_from)} đến {day(on)}.", field="ended_on"
                )
            self.ended_on, self.ended_because = ended_on, reason
            taking.facts["ended"] = ended_on.isoformat()
            taking.values["reason"] = reason


def new_body(code: str, name: str, *, on: date) -> Body:
    return Body.objects.create(code=code.lower(), name=name, kind=Body.Kind.STEERING, opened_on=on)


def copy_seats(before: Any, one: Any, *, on: date) -> None:
    """Seats and duties as they stand, to be changed before the decision."""
    for seat in before.seats.prefetch_related("duties__fields", "duties__units"):
        copied = one.seats.create(place=seat.place, role=seat.role, post=seat.post, user=seat.user)
        for duty in seat.duties.all():
            again = copied.duties.create(text=duty.text, since=on)
            again.fields.set(duty.fields.all())
            again.units.set(duty.units.all())


def refuse_seat(version: Any, role: str, user: Any, *, but: Any = None) -> None:
    others = version.seats.exclude(pk=but.pk if but else None)
    if role == "truong-ban" and others.filter(role=role).exists():
        raise Refused("Ban đã có Trưởng ban.", field="role")
    if user and others.filter(user=user).exists():
        raise Refused(f"{user} đã có tên trong Ban.", field="user")
