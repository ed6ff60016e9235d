"""The draft of a plan: what its drafter writes into it before it is signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import Any

from django.db import transaction

from portal import registers
from portal.workflow import Refused, enter, take

BOOK = "KH"


class Drafting:
    """Verbs of a plan that is a draft."""

    @classmethod
    @transaction.atomic
    def draw_up(cls, *, by: Any, on: date, **facts: Any) -> Any:
        """Lập kế hoạch: a draft under the portal's own number."""
        made: Any = cls
        plan = made(officer=by, **facts)
        with enter(plan, "draw_up", by=by, on=on) as taking:
            plan.code = registers.take_number(BOOK, on=on, stream=BOOK).code
            taking.facts["programme"] = plan.programme
            taking.values["title"] = plan.title
        return plan

    def edit(self: Any, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa dự thảo."""
        with take(self, "edit", by=by, on=on) as taking:
            changed = {name: value for name, value in facts.items() if getattr(self, name) != value}
            self.put(changed)
            taking.values.update(
                {label_of(self, name): str(value) for name, value in changed.items()}
            )

    def add_section(self: Any, *, by: Any, on: date, **facts: Any) -> Any:
        """Thêm mục."""
        with take(self, "add_section", by=by, on=on) as taking:
            taking.values["title"] = facts.get("title", "")
            return self.sections.create(place=self.sections.count() + 1, **facts)

    def cite(self: Any, *, by: Any, on: date, words: str, instrument: Any = None) -> Any:
        """Thêm căn cứ."""
        with take(self, "cite", by=by, on=on) as taking:
            if instrument and self.bases.filter(instrument=instrument).exists():
                raise Refused("Căn cứ này đã có trong kế hoạch.", field="words")
            taking.values["words"] = words
            return self.bases.create(
                place=self.bases.count() + 1, words=words, instrument=instrument
            )

    def add_task(
        self: Any,
        *,
        by: Any,
        on: date,
        partners: Iterable[Any] = (),
        serves: Iterable[Any] = (),
        answers: Mapping[str, str] | None = None,
        **facts: Any,
    ) -> Any:
        """Thêm nhiệm vụ, below those that are there; ``answers``: to its programme's questions."""
        with take(self, "add_task", by=by, on=on) as taking:
            last = self.tasks.order_by("place").last()
            task = self.tasks.create(place=last.place + 1 if last else 1, **facts)
            task.partner_units.set(partners)
            task.serve(serves)
            self.keep_answers(task, answers or {})
            taking.facts["task"] = task.pk
            taking.values["text"] = task.text
            return task

    def sort_tasks(self: Any, *, by: Any, on: date, told: Mapping[Any, Mapping[str, str]]) -> None:
        """Xếp nội dung các nhiệm vụ: what the programme asks, answered for all on one page."""
        with take(self, "sort_tasks", by=by, on=on) as taking:
            for task, answers in told.items():
                self.keep_answers(task, answers)
            taking.facts["tasks"] = len(told)

    def keep_answers(self: Any, task: Any, answers: Mapping[str, str]) -> None:
        from portal.planning.questions import keep_answers

        keep_answers(task, answers)

    def lacks_questions(self) -> str:
        from portal.planning.questions import questions_of

        return "" if questions_of(self) else "lĩnh vực công tác này không hỏi thêm về nhiệm vụ."

    def lacks_answers(self) -> str:
        """What its programme asks about every task."""
        from portal.planning.questions import lacks_answers

        return lacks_answers(self)

    def edit_task(
        self: Any,
        *,
        by: Any,
        on: date,
        task: Any,
        remove: bool = False,
        split: str = "",
        partners: Iterable[Any] | None = None,
        serves: Iterable[Any] | None = None,
        answers: Mapping[str, str] | None = None,
        **facts: Any,
    ) -> None:
        """Sửa, bỏ hoặc tách một nhiệm vụ của dự thảo; the words it had stay in the history.

        ``split``: the words of a task of its own, that stands next with the same time and lead.
        """
        with take(self, "edit_task", by=by, on=on) as taking:
            taking.facts.update(task=task.pk, removed=remove)
            taking.values["before"] = task.text
            if remove:
                task.delete()
                return
            for name, value in facts.items():
                setattr(task, name, value)
            task.time_confirmed = facts.get("time_confirmed", True)
            task.save()
            if partners is not None:
                task.partner_units.set(partners)
            if serves is not None:
                task.serve(serves)
            self.keep_answers(task, answers or {})
            taking.values["text"] = task.text
            if split:
                self.part(task, words=split)
                taking.values["split"] = split

    def part(self: Any, task: Any, *, words: str) -> None:
        from portal.planning.copying import copy_answers, split_off

        copy_answers([(task, split_off(task, words=words))])

    def confirm_times(self: Any, *, by: Any, on: date) -> None:
        """Xác nhận thời gian: the days of all tasks were compared with their words."""
        with take(self, "confirm_times", by=by, on=on) as taking:
            waiting = self.tasks.filter(time_confirmed=False)
            taking.facts["tasks"] = waiting.update(time_confirmed=True)

    def address_to(
        self: Any,
        *,
        by: Any,
        on: date,
        units: Iterable[Any] = (),
        bodies: Iterable[Any] = (),
        names: Iterable[str] = (),
        owing: Iterable[Any] = (),
    ) -> None:
        """Ghi nơi nhận; the units that owe a plan of their own are marked."""
        owing = set(owing)
        with take(self, "address_to", by=by, on=on) as taking:
            self.recipients.all().delete()
            rows = [{"unit": unit, "owes_plan": unit in owing} for unit in units]
            rows += [{"body": body} for body in bodies] + [{"name": name} for name in names]
            for row in rows:
                self.recipients.create(**row)
            taking.facts["recipients"] = len(rows)


def label_of(plan: Any, name: str) -> str:
    return str(plan._meta.get_field(name).verbose_name)
