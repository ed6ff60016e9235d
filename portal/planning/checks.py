"""What the drafter of a plan should look at again before it is signed; nothing is refused."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from django.db.models import Q

from portal.planning.plans import Plan
from portal.planning.tasks import Task
from portal.text import day, fold

ALIKE = 0.9


def checks_of(plan: Plan, tasks: Sequence[Task]) -> list[str]:
    """Each in one sentence; two statements, one more below another plan."""
    return [*unknown_units(tasks), *later_than_above(plan, tasks), *plans_alike(plan)]


def unknown_units(tasks: Sequence[Task]) -> Iterator[str]:
    """The document names somebody whom the tree of units does not know: nobody would get it."""
    for task in tasks:
        if task.lead_words and not (task.lead_unit_id or task.lead_body_id or task.group):
            yield f"Mục {task.ref or task.place}: chưa rõ đơn vị chủ trì “{task.lead_words}”."


def later_than_above(plan: Plan, tasks: Sequence[Task]) -> Iterator[str]:
    """A task of the plan above, taken over here, ends later than there."""
    if plan.parent_id is None:
        return
    above = {alike(task.text): task for task in Task.objects.filter(plan=plan.parent_id)}
    for task in tasks:
        theirs = above.get(alike(task.text))
        if theirs and task.late_for(theirs.due):
            assert task.due is not None
            assert theirs.due is not None
            yield (
                f"Mục {task.ref or task.place}: hạn {day(task.due)} sau hạn của cấp trên,"
                f" {day(theirs.due)}."
            )


def plans_alike(plan: Plan) -> Iterator[str]:
    """Two plans of one issuer and year with nearly the same title."""
    others = Plan.objects.filter(unit=plan.unit_id, body=plan.body_id, year=plan.year)
    for other in others.exclude(Q(pk=plan.pk) | Q(kind=Plan.Kind.CONCLUSION)):
        if other.kind == plan.kind and ratio(other.title, plan.title) >= ALIKE:
            name = other.reference or other.code
            yield f"Cùng năm đã có {name} gần như cùng trích yếu: {other.title}."


def alike(words: str) -> str:
    return fold(words)[:200]


def ratio(one: str, two: str) -> float:
    return SequenceMatcher(None, alike(one), alike(two), autojunk=False).ratio()
