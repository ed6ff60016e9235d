"""What a programme asks about every task, answered for the whole plan on one page."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.forms.choices import ChoiceField
from portal.forms.planning.base import PlanningForm
from portal.planning import Plan, Task
from portal.planning.questions import questions_of


class SortTasks(PlanningForm):
    """One question a task; what is left open stays as it was."""

    model, step = Plan, "sort_tasks"

    def __init__(self, *args: Any, subject: Plan, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        self.asked: dict[str, tuple[Task, str]] = {}
        tasks = list(subject.tasks.all())
        for question in questions_of(subject):
            known = question.answers([task.pk for task in tasks])
            choices = [("", "Chưa ghi"), *question.choices(subject)]
            for task in tasks:
                name = f"{question.name}-{task.pk}"
                self.fields[name] = ChoiceField(
                    label=f"{task.ref or task.place}. {task.text[:200]}", choices=choices,
                    required=False, initial=known.get(task.pk, ""), widget=forms.Select,
                )  # fmt: skip
                self.asked[name] = (task, question.name)

    def arguments(self) -> dict[str, Any]:
        told: dict[Task, dict[str, str]] = {}
        for name, (task, question) in self.asked.items():
            if answer := self.cleaned_data.get(name):
                told.setdefault(task, {})[question] = answer
        return {"told": told}
