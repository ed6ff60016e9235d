"""From the unit's own judgement to those who do the same."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from democracy.models.practice.vocabulary import CRITERIA, Level
from portal.people import Unit
from portal.planning.rules import units_of
from portal.text import day
from portal.workflow import Refused, take


class Recognising:
    """Verbs once it has run for a while."""

    def self_assess(
        self: Any, *, by: Any, on: date, assessment: str, criteria_met: Iterable[str] = (),
        prepared_by: Any = None,
    ) -> None:  # fmt: skip
        """Tự đánh giá, criterion by criterion."""
        with take(self, "self_assess", by=by, on=on, prepared_by=prepared_by) as taking:
            met = set(criteria_met)
            self.criteria_met = [code for code, _ in CRITERIA if code in met]
            self.assessment = assessment
            taking.facts["criteria"] = self.criteria_met
            taking.values["assessment"] = assessment

    def ask_again(self: Any, *, by: Any, on: date, reason: str) -> None:
        """Trả lại để làm tiếp."""
        with take(self, "ask_again", by=by, on=on) as taking:
            taking.values["reason"] = reason

    def recognise(self: Any, *, by: Any, on: date, note: str = "", prepared_by: Any = None) -> None:
        """Công nhận, by the office; number and day follow."""
        with take(self, "recognise", by=by, on=on, prepared_by=prepared_by) as taking:
            self.recognitions.create(level=Level.OFFICE, by=by, noted_on=on)
            taking.values["note"] = note

    def note_recognition(
        self: Any, *, by: Any, on: date, level: str, reference: str, dated_on: date,
        issuer: str = "",
    ) -> None:  # fmt: skip
        """Ghi quyết định công nhận: number and day of the office's own, or another's."""
        with take(self, "note_recognition", by=by, on=on) as taking:
            if dated_on > on:
                raise Refused(f"Ngày văn bản không được sau hôm nay, {day(on)}.", field="dated_on")
            decided = self.recognitions.filter(level=Level.OFFICE).exists()
            if level == Level.OFFICE and not decided:
                raise Refused("Giám đốc chưa công nhận mô hình này ở cấp Sở.", field="level")
            self.recognitions.update_or_create(
                level=level,
                defaults={"reference": reference, "dated_on": dated_on, "issuer": issuer},
                create_defaults={"reference": reference, "dated_on": dated_on, "issuer": issuer,
                                 "by": by, "noted_on": on},
            )  # fmt: skip
            taking.facts.update(level=level, number=reference, dated=dated_on.isoformat())

    def replicate(
        self: Any, *, by: Any, on: date, from_on: date, unit: Unit | None = None,
        place: str = "", reached: int | None = None, note: str = "",
    ) -> None:  # fmt: skip
        """Ghi nơi nhân rộng: a unit of the office, or a place outside."""
        with take(self, "replicate", by=by, on=on) as taking:
            self.refuse_who_repeats(unit, by=by, on=on)
            self.replications.create(
                unit=unit, place=place, from_on=from_on, reached=reached, note=note, by=by
            )
            taking.facts["unit"] = unit.code if unit else ""
            taking.values["place"] = place or str(unit)

    def refuse_who_repeats(self: Any, unit: Unit | None, *, by: Any, on: date) -> None:
        if not by.holds("coordinator", as_of=on) and (
            unit is None or unit.pk not in units_of(by, on=on)
        ):
            raise Refused("Đồng chí chỉ ghi được cho đơn vị mình.", field="unit")
        if unit and unit.pk == self.unit_id:
            raise Refused("Đây là đơn vị đang thực hiện mô hình.", field="unit")
        if unit and self.replications.filter(unit=unit).exists():
            raise Refused("Đơn vị này đã được ghi là nơi nhân rộng.", field="unit")

    def present(self: Any, *, by: Any, on: date, showcase: str) -> None:
        """Giới thiệu: with its pictures, to the whole staff."""
        with take(self, "present", by=by, on=on) as taking:
            self.showcase, self.showcased_on = showcase, self.showcased_on or on
            taking.values["showcase"] = showcase
