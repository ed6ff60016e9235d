"""One more question about every task of a programme's plans: whoever asks it keeps the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from portal.planning.tasks import Task
from portal.text import lower_first


@dataclass(frozen=True)
class Question:
    """``choices(plan)``: the answers; each task has exactly one before its plan is signed.

    ``keep(task, answer)`` writes it down, ``answers(tasks)`` reads them back by task.
    """

    programme: str
    name: str
    label: str
    choices: Callable[[Any], list[tuple[str, str]]]
    keep: Callable[[Task, str], None]
    answers: Callable[[Iterable[int]], dict[int, str]]


QUESTIONS: dict[str, Question] = {}


def ask(question: Question) -> Question:
    QUESTIONS[question.name] = question
    return question


def questions_of(plan: Any) -> list[Question]:
    return [each for each in QUESTIONS.values() if each.programme == plan.programme]


def keep_answers(task: Task, answers: Mapping[str, str]) -> None:
    for question in questions_of(task.plan):
        if answer := answers.get(question.name):
            question.keep(task, answer)


def answers_about(task: Task) -> dict[str, str]:
    asked = questions_of(task.plan)
    found = {each.name: each.answers([task.pk]).get(task.pk, "") for each in asked}
    return {name: answer for name, answer in found.items() if answer}


def copy_answers(pairs: Iterable[tuple[Task, Task]]) -> None:
    """From each task to its copy, where the copy's plan asks the same."""
    for task, copy in pairs:
        keep_answers(copy, answers_about(task))


def lacks_answers(plan: Any) -> str:
    """In half a sentence, what is still to be said of how many tasks."""
    for question in questions_of(plan):
        tasks = list(plan.tasks.values_list("pk", flat=True))
        open_ = len(tasks) - len(question.answers(tasks))
        if open_:
            return f"{open_} nhiệm vụ chưa ghi {lower_first(question.label)}."
    return ""
