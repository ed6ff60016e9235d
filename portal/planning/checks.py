"""What the drafter of a plan should look at again before it is signed; nothing is refused."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from django.db.models import Q

from portal.instruments.issuers import ended
from portal.planning.plans import Plan
from portal.planning.tasks import Task
from portal.text import day, fold

ALIKE = 0.9
SECOND = re.compile(
    r"\bvà (?P<what>(?:xét|đề xuất|tham mưu|xây dựng|ban hành|tổ chức|báo cáo|lập|trình) )", re.I
)
SEVERAL = re.compile(r";|\bvà\b", re.I)
"""In the words of a task, and of its product."""


def checks_of(plan: Plan, tasks: Sequence[Task]) -> list[str]:
    """Each in one sentence; two statements, one more below another plan."""
    return [
        *unknown_units(tasks),
        *two_products(plan, tasks),
        *later_than_above(plan, tasks),
        *plans_alike(plan),
        *ended_recipients(plan),
    ]


def unknown_units(tasks: Sequence[Task]) -> Iterator[str]:
    """The document names somebody whom the tree of units does not know: nobody would get it."""
    for task in tasks:
        if task.lead_words and not (task.lead_unit_id or task.lead_body_id or task.group):
            yield f"Mục {task.ref or task.place}: chưa rõ đơn vị chủ trì “{task.lead_words}”."


def two_products(plan: Plan, tasks: Sequence[Task]) -> Iterator[str]:
    """One line that asks for two things: each would have its own course."""
    for task in tasks:
        second = SECOND.search(task.text)
        if task.plan_id == plan.pk and (second or SEVERAL.search(task.product)):
            what = f": “{task.text[second.start('what') :][:80].rstrip()}”" if second else ""
            yield f"Mục {task.ref or task.place}: có hai sản phẩm, có thể tách khi sửa{what}."


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


def ended_recipients(plan: Plan) -> Iterator[str]:
    """Sent to a body outside that is no longer there."""
    names = "; ".join(plan.recipients.exclude(name="").values_list("name", flat=True))
    for row in ended(names, on=plan.from_on) if names else ():
        assert row.closed_on is not None
        now = f", nay là {row.successor}" if row.successor else ""
        yield f"Nơi nhận: {row} kết thúc từ ngày {day(row.closed_on)}{now}."


def alike(words: str) -> str:
    return fold(words)[:200]


def ratio(one: str, two: str) -> float:
    return SequenceMatcher(None, alike(one), alike(two), autojunk=False).ratio()
