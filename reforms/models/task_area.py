"""Which content of the reform programme a task of a plan belongs to: exactly one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.db import models
from django.db.models import Q

from portal.planning import Task
from portal.planning.plans import Programme
from portal.planning.questions import Question, ask
from reforms import areas


class TaskArea(models.Model):
    """Nội dung CCHC của một nhiệm vụ."""

    task = models.OneToOneField(Task, models.CASCADE, related_name="reform_area")
    area = models.CharField("nội dung CCHC", max_length=10)

    class Meta:
        constraints = [
            models.CheckConstraint(name="task_area_is_known", condition=Q(area__in=areas.CODES))
        ]
        indexes = [models.Index(fields=["area"], name="task_by_area")]

    def __str__(self) -> str:
        return self.area


def choices(plan: Any) -> list[tuple[str, str]]:
    """In the words of the programme of the plan's year."""
    return areas.choices(plan.year)


def keep(task: Task, area: str) -> None:
    TaskArea.objects.update_or_create(task=task, defaults={"area": area})


def areas_of(tasks: Iterable[int]) -> dict[int, str]:
    return dict(TaskArea.objects.filter(task__in=list(tasks)).values_list("task", "area"))


AREA = ask(Question(Programme.REFORM, "area", "Nội dung CCHC", choices, keep, areas_of))
