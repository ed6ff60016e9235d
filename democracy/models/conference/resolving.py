"""The resolution: adopted by vote, its items tasks of a plan, checked every six months."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from democracy import agenda
from democracy.models.conference.counting import check_day
from portal.people import Unit
from portal.planning import Plan, TaskUnit
from portal.planning.plans import Programme
from portal.planning.records import answer
from portal.text import day
from portal.workflow import Refused, take
from portal.working_days import months_after

TOLD_TO_STAFF = "46.12"


class Resolving:
    """Verbs of the resolution."""

    held_on: date
    next_check_on: date | None

    def adopt(
        self: Any, *, by: Any, on: date, items: Iterable[str], minutes: Any, focal: Unit
    ) -> None:
        """Thông qua nghị quyết: each item a task of a plan that its head signs."""
        with take(self, "adopt", by=by, on=on) as taking:
            self.minutes = minutes
            self.plan = self.plan_of(items, focal=focal, by=by, on=on)
            self.next_check_on = check_day(self.held_on, 1)
            self.supersede_earlier()
            taking.facts["items"] = self.plan.tasks.count()
        product = f"Nghị quyết hội nghị ngày {day(self.held_on)}"
        answer(
            "conference", place=self.unit, year=self.work_year, record=self.stream,
            product=product, result=str(self), on=on,
        )  # fmt: skip

    def plan_of(self: Any, items: Iterable[str], *, focal: Unit, by: Any, on: date) -> Plan:
        """A draft: who does what by when comes next, then signature and number."""
        plan = Plan.draw_up(
            by=by,
            on=on,
            kind=Plan.Kind.RESOLUTION,
            programme=Programme.DEMOCRACY,
            title=f"Hội nghị cán bộ, công chức, viên chức, người lao động năm {self.work_year}",
            unit=self.unit,
            coordinating_unit=focal,
            year=self.held_on.year,
            from_on=self.held_on,
            to_on=months_after(self.held_on, 12),
        )
        plan.cite(by=by, on=on, words=f"Biên bản hội nghị ngày {day(self.held_on)}")
        for number, text in enumerate(items, start=1):
            plan.add_task(by=by, on=on, ref=str(number), text=text)
        return plan

    def supersede_earlier(self: Any) -> None:
        """A new resolution of the year ends the checks of those before it."""
        if self.is_regular:
            earlier = type(self).objects.filter(unit=self.unit, held_on__lt=self.held_on)
            earlier.update(next_check_on=None)

    def check_resolution(
        self: Any, *, by: Any, on: date, checked_on: date, text: str, partner: str = ""
    ) -> Any:
        """Kiểm tra thực hiện nghị quyết; the whole staff is told within five days."""
        with take(self, "check_resolution", by=by, on=on) as taking:
            if checked_on > on:
                raise Refused(
                    f"Ngày kiểm tra không được sau hôm nay, {day(on)}.", field="checked_on"
                )
            place = self.checks.count() + 1
            done, asked = self.progress()
            check = self.checks.create(
                place=place, due_on=self.next_check_on, checked_on=checked_on, text=text,
                done=done, asked=asked, partner=partner, by=by,
                partner_on=checked_on if partner else None,
                posting=self.tell_staff(by=by, on=on, checked_on=checked_on),
            )  # fmt: skip
            if self.next_check_on:
                self.next_check_on = check_day(self.held_on, place + 1)
            taking.facts.update(place=place, done=done, asked=asked)
            taking.values["text"] = text
            return check

    def tell_staff(self: Any, *, by: Any, on: date, checked_on: date) -> Any:
        """Thông báo đến toàn thể: a line of publicity, with its five days."""
        of_all = self.unit.kind == Unit.Kind.HEADQUARTERS
        model = self.checks.model._meta.get_field("posting").related_model
        return model.note_posting(
            by=by, on=on, item=TOLD_TO_STAFF, decided_on=checked_on, unit=self.unit,
            title=f"Kết quả kiểm tra thực hiện nghị quyết hội nghị năm {self.work_year}",
            circle="all" if of_all else "units", units=[] if of_all else [self.unit],
        )  # fmt: skip

    # questions

    def progress(self: Any) -> tuple[int, int]:
        """How many items are done, of how many."""
        tasks = self.plan.tasks.count() if self.plan else 0
        unfinished = TaskUnit.objects.filter(plan=self.plan).exclude(stage__in=("done", "skipped"))
        waiting = unfinished.values("task").distinct().count()
        sent_out = bool(self.plan and self.plan.dated_on)
        return (tasks - waiting if sent_out else 0), tasks

    def lacks_passed_resolution(self: Any) -> str:
        votes = self.votes_that_count().filter(item=agenda.RESOLUTION)
        if any(vote.is_passed for vote in votes):
            return ""
        return "chưa có biểu quyết thông qua nội dung nghị quyết (khoản 3 Điều 49)."

    def lacks_parts(self: Any) -> str:
        """Every part was gone through or passed over; a ballot has no parts."""
        if self.was_balloted:
            return ""
        open_parts = [row.letter for row in self.parts_told() if not row.is_done]
        waiting = [letter for letter in open_parts if letter != agenda.RESOLVING]
        return f"nội dung {', '.join(waiting)} chưa ghi hoặc chưa ký đủ." if waiting else ""
