"""From the unit's proposal to the council."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any, Self

from django.db import transaction

from democracy.models.commendation.quotas import COUNTED, used_by
from portal import registers
from portal.attachments import File
from portal.people import Unit
from portal.text import day
from portal.workflow import Refused, enter, take

BOOK = "DKT"


class Proposing:
    """Verbs of the unit that proposes, and what it still lacks."""

    @classmethod
    @transaction.atomic
    def nominate(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Đề nghị khen thưởng."""
        one: Any = cls(officer=by, **facts)
        one.name_award()
        with enter(one, "nominate", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts.update(award=one.award, year=one.year)
            taking.values["of"] = str(one.who)
        return one

    @classmethod
    @transaction.atomic
    def note_past_award(cls, *, by: Any, on: date, **facts: Any) -> Self:
        """Ghi khen thưởng đã có quyết định, out of papers from before."""
        one: Any = cls(officer=by, **facts)
        one.name_award()
        if one.dated_on > on:
            raise Refused(f"Ngày quyết định không được sau hôm nay, {day(on)}.", field="dated_on")
        with enter(one, "note_past_award", by=by, on=on) as taking:
            one.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts.update(award=one.award, year=one.year, number=one.reference)
            taking.values["of"] = str(one.who)
        return one

    def name_award(self: Any) -> None:
        self.award_name = self.of.name
        if not self.of.fits(person=bool(self.person_name)):
            raise Refused(f"{self.award_name} dành cho {self.of.whose_words.lower()}.",
                          field="award")  # fmt: skip

    def edit(self: Any, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa đề nghị; of another award the conditions are stated anew."""
        with take(self, "edit", by=by, on=on) as taking:
            before = (self.regulation, self.award, self.who)
            self.put(facts)
            self.name_award()
            if before != (self.regulation, self.award, self.who):
                self.statements.all().delete()
                self.cleared_by = self.cleared_on = None
                self.cleared_words = ""
            taking.facts.update(award=self.award, year=self.year)
            taking.values["of"] = str(self.who)

    def state_conditions(
        self: Any, *, by: Any, on: date, statements: Mapping[str, tuple[bool, str]]
    ) -> None:
        """Ghi điều kiện khen thưởng: each met or not, and by which paper."""
        with take(self, "state_conditions", by=by, on=on) as taking:
            for condition in self.conditions:
                met, ground = statements[condition.code]
                self.statements.update_or_create(
                    condition=condition.code,
                    defaults={"met": met, "ground": ground, "by": by, "stated_on": on},
                )
            taking.facts["met"] = [code for code, (met, _) in statements.items() if met]

    def state_no_obstacle(self: Any, *, by: Any, on: date, words: str) -> None:
        """Xác nhận không vướng mắc: somebody says so, under their name; nothing is looked up."""
        with take(self, "state_no_obstacle", by=by, on=on) as taking:
            self.cleared_by, self.cleared_on, self.cleared_words = by, on, words
            taking.values["words"] = words

    def add_papers(self: Any, *, by: Any, on: date, files: Iterable[File]) -> None:
        """Thêm tài liệu."""
        with take(self, "add_papers", by=by, on=on) as taking:
            for file in files:
                self.papers.create(file=file, title=file.name)
            taking.values["files"] = ", ".join(file.name for file in files)

    def send_nomination(
        self: Any, *, by: Any, on: date, note: str = "", prepared_by: Any = None
    ) -> None:
        """Gửi đề nghị; two that are sent at once do not slip past the quota."""
        with transaction.atomic():
            Unit.objects.select_for_update().get(pk=self.unit_id)
            with take(self, "send_nomination", by=by, on=on, prepared_by=prepared_by) as taking:
                self.sent_on = on
                taking.values["note"] = note

    # questions

    def lacks_condition(self: Any) -> str:
        stated = {row.condition: row.met for row in self.statements.all()}
        for condition in self.conditions:
            if condition.code not in stated:
                return f"chưa ghi điều kiện “{condition.words}”."
            if not stated[condition.code]:
                return f"chưa đạt điều kiện “{condition.words}”."
        return ""

    def lacks_clearance(self: Any) -> str:
        return "" if self.cleared_by_id else "chưa có người xác nhận không vướng mắc."

    def exceeds_quota(self: Any) -> str:
        """Where the regulation, or the movement's own launch, says how many."""
        if self.movement_id:
            return self.exceeds_share_of_movement()
        if self.occasion != "hang-nam":
            return ""
        quota = self.regulation.value.quota_for(self.award, unit_kind=self.unit.kind)
        if quota is None or not quota.enforced:
            return ""
        used = used_by(type(self).objects, unit=self.unit, quota=quota, year=self.year, but=self)
        persons = used.persons + bool(self.person_name)
        collectives = used.collectives + (not self.person_name)
        over = quota.lacks_room(collectives=collectives, persons=persons)
        return f"đã hết chỉ tiêu năm {self.year}: {quota.words} ({quota.source})." if over else ""

    def exceeds_share_of_movement(self: Any) -> str:
        most = self.movement.most_awarded(persons=bool(self.person_name))
        if most is None:
            return ""
        same = self.movement.nominations.filter(stage__in=COUNTED).exclude(pk=self.pk)
        same = same.exclude(person_name="") if self.person_name else same.filter(person_name="")
        over = same.count() + 1 > most
        return f"phong trào này chỉ khen tối đa {most} trong số đã đăng ký." if over else ""
