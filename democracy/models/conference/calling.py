"""A conference until it sits: drawn up, convened, counted, or put to the ballot."""

from __future__ import annotations

from datetime import date, time
from typing import Any, Self

from django.db import transaction

from democracy import statutes
from democracy.agenda import AGENDA
from democracy.models.conference.counting import is_optional, needs_reason_for_delegates
from portal import registers
from portal.text import day
from portal.workflow import Refused, enter, take

BOOK = "HN"
IN_VAIN, FORCE = "hai-lan", "bat-kha-khang"


class Calling:
    """Verbs of a conference before it has sat."""

    held_on: date | None
    ballot_agreed_on: date | None

    @classmethod
    @transaction.atomic
    def draw_up(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Lập hội nghị: with the nine parts of the law."""
        one: Any = cls(officer=by, **facts)
        one.refuse_wrong_facts()
        one.refuse_second_of_the_year()
        with enter(one, "draw_up", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts.update(unit=one.unit.code, year=one.work_year)
            taking.write(one)
            for part in AGENDA:
                one.parts.create(code=part.code, reporter=part.reporter)
        return one

    def edit(self: Any, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa thông tin hội nghị."""
        with take(self, "edit", by=by, on=on) as taking:
            self.put(facts)
            self.refuse_wrong_facts()
            taking.facts.update(total=self.total_staff, mode=self.mode)

    def convene(
        self: Any, *, by: Any, on: date, meets_on: date, hour: time, place: str, convened: int
    ) -> Any:
        """Triệu tập hội nghị; until its day has come, a meeting is put off by calling it again."""
        with take(self, "convene", by=by, on=on) as taking:
            refuse_uncounted(self, on=on)
            if meets_on < self.earliest:
                raise Refused(
                    f"Hội nghị về năm {self.work_year} họp từ ngày {day(self.earliest)}.",
                    field="meets_on",
                )
            if convened > self.total_staff:
                raise Refused(
                    f"Không quá tổng số người của đơn vị: {self.total_staff}.", field="convened"
                )
            taking.facts.update(meets=meets_on.isoformat(), convened=convened)
            counted = self.convenings.filter(present__isnull=False).count()
            called = {"meets_on": meets_on, "hour": hour, "place": place, "convened": convened}
            return self.convenings.update_or_create(number=counted + 1, defaults=called)[0]

    def count_present(self: Any, *, by: Any, on: date, present: int) -> None:
        """Ghi số người dự: two thirds make it a conference, fewer a convening in vain."""
        with take(self, "count_present", by=by, on=on) as taking:
            last = self.people_at_last(present, taking)
            if last.has_quorum:
                self.sit(taking, on=last.meets_on, convened=last.convened, present=present)

    def count_again(self: Any, *, by: Any, on: date, present: int, reason: str) -> None:
        """Ghi lại số người dự: a wrong number, before anything was voted on."""
        with take(self, "count_again", by=by, on=on) as taking:
            last = self.people_at_last(present, taking)
            taking.facts["before"] = self.present
            taking.values["reason"] = reason
            self.present = present
            if not last.has_quorum:
                self.held_on = self.convened = self.present = None
                taking.target = "planned"

    def people_at_last(self: Any, present: int, taking: Any) -> Any:
        """The last convening with its number of people."""
        last = self.convenings.last()
        if last.meets_on > taking.on:
            raise Refused(f"Hội nghị họp ngày {day(last.meets_on)}, chưa đến ngày.")
        if present > last.convened:
            raise Refused(f"Không quá số người được triệu tập: {last.convened}.", field="present")
        last.present = present
        last.save(update_fields=["present"])
        taking.facts.update(convened=last.convened, present=present)
        return last

    def ballot(
        self: Any,
        *,
        by: Any,
        on: date,
        ground: str,
        because: str,
        agreed_with: str,
        agreed_on: date,
        counted_on: date,
        returned: int,
    ) -> None:
        """Lấy ý kiến bằng phiếu: all staff instead of a meeting (Điều 50)."""
        with take(self, "ballot", by=by, on=on) as taking:
            if ground == IN_VAIN and not self.was_convened_in_vain:
                raise Refused(
                    f"Chưa triệu tập {statutes.IN_VAIN.value} lần mà không đủ người dự.",
                    field="ground",
                )
            if returned > self.total_staff:
                raise Refused(
                    f"Không quá tổng số người của đơn vị: {self.total_staff}.", field="returned"
                )
            refuse_days_out_of_order(agreed_on, counted_on, on=on)
            self.ballot_ground, self.ballot_because = ground, because
            self.ballot_agreed_with, self.ballot_agreed_on = agreed_with, agreed_on
            taking.facts["ground"] = ground
            self.sit(taking, on=counted_on, convened=self.total_staff, present=returned)

    def sit(self: Any, taking: Any, *, on: date, convened: int, present: int) -> None:
        self.held_on, self.convened, self.present = on, convened, present
        taking.target = "held"

    def go_without(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Không tổ chức hội nghị: a few people may do without."""
        with take(self, "go_without", by=by, on=on) as taking:
            self.none_because = reason
            taking.values["reason"] = reason

    # what can never be

    def refuse_wrong_facts(self: Any) -> None:
        bare = self.mode == "dai-bieu" and not self.delegates_because
        if bare and needs_reason_for_delegates(self.total_staff):
            raise Refused(
                f"Đơn vị có dưới {statutes.DELEGATES_FROM.value} người thì họp toàn thể; họp"
                " đại biểu phải ghi lý do.",
                field="delegates_because",
            )

    def refuse_second_of_the_year(self: Any) -> None:
        same = type(self).objects.filter(unit=self.unit, work_year=self.work_year)
        if self.is_regular and (found := same.filter(kind=self.kind).first()):
            raise Refused(
                f"Hội nghị năm {self.work_year} của đơn vị đã lập: {found.code}.",
                field="work_year",
            )

    def may_go_without(self: Any) -> str:
        if is_optional(self.total_staff):
            return ""
        return f"đơn vị có {self.total_staff} người, phải tổ chức hội nghị."

    def lacks_count(self: Any) -> str:
        waits = self.convenings.filter(present=None)
        return f"lần triệu tập ngày {day(waits[0].meets_on)} chưa ghi số người dự." if waits else ""

    def may_count_again(self: Any) -> str:
        if self.was_balloted:
            return "kết quả lấy từ phiếu."
        return "đã có biểu quyết theo số người dự này." if self.votes_that_count().exists() else ""

    def lacks_convening(self: Any) -> str:
        waiting = self.convenings.filter(present=None).exists()
        return "" if waiting else "chưa triệu tập, hoặc đã ghi số người dự."


def refuse_uncounted(one: Any, *, on: date) -> None:
    if one.convenings.filter(present=None, meets_on__lte=on).exists():
        raise Refused(f"Chưa thể triệu tập hội nghị: {one.lacks_count()}")


def refuse_days_out_of_order(agreed_on: date, counted_on: date, *, on: date) -> None:
    if counted_on > on:
        raise Refused(f"Ngày kiểm phiếu không được sau hôm nay, {day(on)}.", field="counted_on")
    if agreed_on > counted_on:
        raise Refused("Thống nhất trước rồi mới gửi phiếu.", field="agreed_on")
