"""Units and people who take part in a movement."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.people import Unit
from portal.planning.rules import units_of
from portal.workflow import Refused, take


class TakingPart:
    """Verbs of the units."""

    def enrol(
        self: Any, *, by: Any, on: date, unit: Unit, title: str, goal: str, person_name: str = ""
    ) -> None:
        """Đăng ký thi đua, a unit or one of its people."""
        with take(self, "enrol", by=by, on=on) as taking:
            self.refuse_those_not_meant(person_name)
            if not may_tell_for(unit, by=by, on=on):
                raise Refused("Đồng chí chỉ đăng ký cho đơn vị mình.", field="unit")
            known = self.enrolments.standing().filter(
                unit=unit, person_name=person_name, title=title
            )
            if known.exists():
                raise Refused("Danh hiệu này đã đăng ký.", field="title")
            self.enrolments.create(unit=unit, person_name=person_name, title=title, goal=goal,
                                   by=by, enrolled_on=on)  # fmt: skip
            taking.facts["unit"] = unit.code
            taking.values["title"] = f"{person_name or unit}: {title}"

    def refuse_those_not_meant(self: Any, person_name: str) -> None:
        if self.subjects == "tap-the" and person_name:
            raise Refused("Phong trào này dành cho tập thể.", field="person_name")
        if self.subjects == "ca-nhan" and not person_name:
            raise Refused("Phong trào này dành cho cá nhân: ghi họ tên.", field="person_name")

    def withdraw(self: Any, *, by: Any, on: date, enrolment: Any, reason: str) -> None:
        """Rút đăng ký; the line stays."""
        with take(self, "withdraw", by=by, on=on) as taking:
            self.refuse_what_is_not_theirs(enrolment, by=by, on=on)
            enrolment.withdrawn_on, enrolment.withdrawn_because = on, reason
            enrolment.save(update_fields=["withdrawn_on", "withdrawn_because"])
            taking.values.update(of=str(enrolment), reason=reason)

    def note_result(
        self: Any, *, by: Any, on: date, enrolment: Any, result: str, reached: bool
    ) -> None:
        """Ghi kết quả of one enrolment; a later note takes the place of an earlier one."""
        with take(self, "note_result", by=by, on=on) as taking:
            self.refuse_what_is_not_theirs(enrolment, by=by, on=on)
            enrolment.result, enrolment.reached, enrolment.result_on = result, reached, on
            enrolment.save(update_fields=["result", "reached", "result_on"])
            taking.facts["reached"] = reached
            taking.values.update(of=str(enrolment), result=result)

    def refuse_what_is_not_theirs(self: Any, enrolment: Any, *, by: Any, on: date) -> None:
        own = self.enrolments.standing().kept_by(by, on=on)
        if not own.filter(pk=enrolment.pk).exists():
            raise Refused("Đăng ký này của đơn vị khác.", field="enrolment")


def may_tell_for(unit: Unit, *, by: Any, on: date) -> bool:
    return unit.pk in units_of(by, on=on) or by.holds("coordinator", as_of=on)
