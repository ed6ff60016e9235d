"""Tasks taken over from another plan: from the one above, or from last year's; never results."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import F

from portal.workflow import take
from portal.working_days import months_after

WORDS = ("ref", "text", "product", "tags", "duty", "field_id", "foremost")
TIMES = ("raw_time", "time_kind", "start", "due", "parts", "recurs")
OWNERS = ("group", "lead_unit_id", "lead_body_id", "lead_words", "partner_words", "record")
HEAD = ("kind", "programme", "title", "unit", "body", "coordinating_unit", "themes", "period")


class Copying:
    """Verbs of a draft that begins with the tasks of another plan."""

    def take_over_tasks(self: Any, *, by: Any, on: date) -> int:
        """Chép nhiệm vụ giao cho đơn vị: the unit becomes the lead, the dates stay."""
        with take(self, "add_task", by=by, on=on) as taking:
            for_unit = list(self.parent.tasks.filter(shares__unit=self.unit))
            copies = [for_own_plan(task, self, place=n) for n, task in enumerate(for_unit, start=1)]
            self.tasks.bulk_create(copies)
            copy_answers(zip(for_unit, copies, strict=True))
            taking.facts.update({"from": self.parent.code, "tasks": len(copies)})
            return len(copies)

    @transaction.atomic
    def begin_again(self: Any, *, by: Any, on: date, year: int) -> Any:
        """Lập từ kế hoạch này: next year's draft; every time is to be compared with the paper."""
        years = year - self.year
        head = {name: getattr(self, name) for name in HEAD} | {"made_from": self, "year": year}
        plan = type(self).draw_up(
            by=by,
            on=on,
            from_on=months_after(self.from_on, 12 * years),
            to_on=months_after(self.to_on, 12 * years),
            **head | {"title": in_year(self.title, self.year, year)},
        )
        with take(plan, "add_task", by=by, on=on) as taking:
            for task in self.tasks.prefetch_related("partner_units"):
                copy = for_year(task, plan, years=years)
                copy.save()
                copy.partner_units.set(task.partner_units.all())
                copy_answers([(task, copy)])
            taking.facts["from"] = self.code
        return plan


def copy_answers(pairs: Iterable[tuple[Any, Any]]) -> None:
    from portal.planning import questions

    questions.copy_answers(pairs)


def for_own_plan(task: Any, plan: Any, *, place: int) -> Any:
    """The words and dates of a task, for the unit of another plan."""
    facts = {name: getattr(task, name) for name in (*WORDS, *TIMES)}
    record = "" if task.record == "unit_plan" else task.record
    return type(task)(plan=plan, place=place, lead_unit=plan.unit, record=record, **facts)


def split_off(task: Any, *, words: str) -> Any:
    """A second task right behind the first: its own words and product, all else the same."""
    behind = task.plan.tasks.filter(place__gt=task.place)
    behind.update(place=F("place") + 1)
    facts = {name: getattr(task, name) for name in (*WORDS, *TIMES, *OWNERS, "section_id")}
    second = type(task)(
        plan=task.plan, place=task.place + 1, **facts | {"text": words, "product": ""}
    )
    second.save()
    second.partner_units.set(task.partner_units.all())
    return second


def for_year(task: Any, plan: Any, *, years: int) -> Any:
    """The same line so many years later: its words name the new year, its dates move along."""
    facts = {name: getattr(task, name) for name in (*WORDS, *TIMES, *OWNERS, "place")}
    before, after = plan.year - years, plan.year
    facts |= {name: in_year(facts[name], before, after) for name in ("text", "raw_time")}
    for name in ("start", "due"):
        facts[name] = facts[name] and months_after(facts[name], 12 * years)
    facts["parts"] = []
    confirmed = task.time_kind == "none"
    return type(task)(plan=plan, time_confirmed=confirmed, **facts)


def in_year(words: str, before: int, after: int) -> str:
    return re.sub(rf"(?<!\d){before}(?!\d)", str(after), words)
