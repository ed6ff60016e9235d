"""Verbs that keep the contents of a procedure: what it says, how long, which papers, by whom."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from typing import Any, Self

from django.db import transaction

from portal.attachments import File
from portal.instruments import Instrument
from portal.instruments.citing import citations
from portal.people import Unit
from portal.text import number
from portal.workflow import Refused, enter, take

Line = Mapping[str, Any]
HOURS_A_DAY = 8


class Keeping:
    """What the keepers of the catalogue do."""

    @classmethod
    @transaction.atomic
    def enter_catalogue(
        cls, *, by: Any, on: date, first: Mapping[str, Any] | None = None, **facts: Any
    ) -> Self:
        """Đưa vào danh mục; ``first``: what its first version already says."""
        one: Any = cls(**facts)
        with enter(one, "enter_catalogue", by=by, on=on) as taking:
            one.search_text = one.words_to_search()
            taking.values["name"] = one.name
            taking.write(one)
            one.versions.create(name=one.name, authority=one.authority, **(first or {}))
        return one

    def describe(self: Any, *, by: Any, on: date, name: str, **facts: Any) -> None:
        """Ghi nội dung thủ tục; the instruments that its basis names are found in the register."""
        with take(self, "describe", by=by, on=on) as taking:
            version = self.version_to_write(on)
            version.name = self.name = name
            changed = [key for key, value in facts.items() if getattr(version, key) != value]
            for key, value in facts.items():
                setattr(version, key, value)
            version.save()
            version.basis.set(cited_in(version.basis_words))
            self.authority = version.authority[:500] or self.authority
            self.search_text = self.words_to_search()
            taking.facts["fields"] = changed

    def set_limits(
        self: Any, *, by: Any, on: date, limits: Iterable[Line], after_supplement: str = ""
    ) -> None:
        """Ghi thời hạn, phí; ``after_supplement``: how they go on, '' as the office does."""
        with take(self, "set_limits", by=by, on=on) as taking:
            self.after_supplement = after_supplement
            version = self.version_to_write(on)
            steps = list(version.steps.all())
            rows = [version.limits.model(version=version, **line) for line in limits]
            refuse_other_sums(rows, steps, field="limits")
            version.limits.all().delete()
            version.limits.bulk_create(rows)
            taking.values["limits"] = "; ".join(map(str, rows))

    def set_papers(self: Any, *, by: Any, on: date, papers: Iterable[Line], sets: int) -> None:
        """Ghi thành phần hồ sơ."""
        with take(self, "set_papers", by=by, on=on) as taking:
            version = self.version_to_write(on)
            version.sets = sets
            version.save(update_fields=["sets"])
            version.papers.all().delete()
            version.papers.bulk_create(
                version.papers.model(version=version, **line) for line in papers
            )
            taking.facts["papers"] = version.papers.count()

    def set_process(self: Any, *, by: Any, on: date, steps: Iterable[Line]) -> None:
        """Ghi quy trình nội bộ: the times of its steps add up to the limit."""
        with take(self, "set_process", by=by, on=on) as taking:
            version = self.version_to_write(on)
            rows = [version.steps.model(version=version, **line) for line in steps]
            limits = list(version.limits.all())
            if not limits:
                raise Refused("Ghi thời hạn của thủ tục trước, rồi ghi các bước.", field="steps")
            refuse_other_sums(limits, rows, field="steps")
            version.steps.all().delete()
            version.steps.bulk_create(rows)
            taking.facts["steps"] = len(rows)

    def set_online(self: Any, *, by: Any, on: date, **facts: Any) -> None:
        """Ghi mức độ trực tuyến."""
        with take(self, "set_online", by=by, on=on) as taking:
            if facts["online_level"] != "toan-trinh":
                facts["full_online_on"] = None
            if not facts["eligible_full_online"]:
                facts["eligible_on"] = None
            for name, value in facts.items():
                setattr(self, name, value)
            taking.facts |= {
                "online_level": self.online_level,
                "eligible": self.eligible_full_online,
            }

    def add_form(self: Any, *, by: Any, on: date, title: str, file: File) -> None:
        """Thêm mẫu đơn, tờ khai."""
        with take(self, "add_form", by=by, on=on) as taking:
            self.version_to_write(on).forms.create(title=title, file=file, citizen_visible=True)
            taking.values["title"] = title

    def drop_form(self: Any, *, by: Any, on: date, form: Any) -> None:
        """Bỏ mẫu đơn, tờ khai: the row stays for whoever asks what was public then."""
        with take(self, "drop_form", by=by, on=on) as taking:
            form.dropped_on = on
            form.save(update_fields=["dropped_on"])
            taking.values["title"] = form.title

    def assign(self: Any, *, by: Any, on: date, unit: Unit | None, level: str, kind: str) -> None:
        """Giao đơn vị phụ trách."""
        with take(self, "assign", by=by, on=on) as taking:
            self.unit, self.level, self.kind = unit, level, kind
            taking.facts["unit"] = unit.code if unit else ""

    def answer_check(
        self: Any, *, by: Any, on: date, answer: str, other_code: str = "", note: str = ""
    ) -> None:
        """Trả lời đối chiếu: what was found out about a code that the national list lacks."""
        with take(self, "answer_check", by=by, on=on) as taking:
            self.checks.create(answer=answer, other_code=other_code, note=note, by=by, on=on)
            taking.facts |= {"answer": answer, "other_code": other_code}

    def version_to_write(self: Any, on: date) -> Any:
        """The newest: one that an event made for a later day is written before it holds."""
        return self.versions.last() or self.versions.create(name=self.name)


def cited_in(words: str) -> list[Instrument]:
    """The rows of the register that the text names."""
    return [row for citation in citations(words) for row in citation.instruments()]


def refuse_other_sums(limits: Iterable[Any], steps: Iterable[Any], *, field: str) -> None:
    """Raises ``Refused`` naming the difference between the steps of a case and its limit."""
    steps = list(steps)
    for case in dict.fromkeys(step.case for step in steps):
        limit = limit_of(limits, case)
        if limit is None or limit.quantity is None:
            continue
        total = sum((step.hours for step in steps if step.case == case), Decimal(0))
        if total != limit.hours:
            more = "nhiều hơn" if total > limit.hours else "ít hơn"
            whose = f" của trường hợp “{case}”" if case else ""
            raise Refused(
                f"Các bước{whose} cộng lại {span(total)}, {more} thời hạn {limit.time_words} "
                f"là {span(abs(total - limit.hours))}.",
                field=field,
            )


def limit_of(limits: Iterable[Any], case: str) -> Any:
    """The limit of the case; steps are those of one who comes in person."""
    rows = [row for row in limits if row.case == case] or [row for row in limits if not row.case]
    by_rank = {"": 0, "truc-tiep": 1}
    return min(rows, key=lambda row: by_rank.get(row.channel, 2), default=None)


def span(hours: Decimal) -> str:
    """28 giờ (3,5 ngày)."""
    days = (hours / HOURS_A_DAY).normalize()
    return f"{number(hours.normalize())} giờ ({number(days)} ngày)"
