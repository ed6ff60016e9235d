"""At issue a task falls apart: "các đơn vị trực thuộc" becomes one share a unit."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.apps import apps

from portal.people import Body, Unit
from portal.planning.rounds import rounds_of

KINDS = {
    "subordinate": (Unit.Kind.SUBORDINATE,),
    "division": (Unit.Kind.DIVISION,),
    "all": (Unit.Kind.DIVISION, Unit.Kind.SUBORDINATE),
}


def spread(plan: Any, *, on: date) -> int:
    """Make the shares of every task of the plan; how many."""
    shares = [share for task in plan.tasks.all() for share in shares_of(plan, task, on=on)]
    model: Any = apps.get_model("portal", "TaskUnit")
    made = model.objects.bulk_create(shares)
    come_again(made, plan, on=on)
    return len(made)


def come_again(shares: Sequence[Any], plan: Any, *, on: date) -> None:
    """The rounds of what is done in parts or recurs, from the day of issue to the plan's end."""
    model: Any = apps.get_model("portal", "Occurrence")
    model.objects.bulk_create(
        model(share=share, **each)
        for share in shares
        for each in rounds_of(share.task, first=max(on, plan.from_on), last=plan.to_on)
    )


def shares_of(plan: Any, task: Any, *, on: date) -> list[Any]:
    model: Any = apps.get_model("portal", "TaskUnit")
    dates = {"start": task.start, "due": task.due, "baseline_due": task.due}
    return [
        model(plan=plan, task=task, code=f"{plan.code}-{task.place}-{n}", **owner, **dates)
        for n, owner in enumerate(owners_of(plan, task, on=on), start=1)
    ]


def owners_of(plan: Any, task: Any, *, on: date) -> Sequence[dict[str, Any]]:
    """Whom the line names on that day; a line that names nobody is the issuer's own."""
    if task.group == "party_cell":
        cells = Body.objects.open(as_of=on).filter(kind=Body.Kind.PARTY_CELL)
        return [{"body": cell} for cell in cells]
    if task.group:
        units = Unit.objects.open(as_of=on).filter(kind__in=KINDS[task.group])
        return [{"unit": unit} for unit in units]
    if task.lead_body:
        return [{"body": task.lead_body}]
    return [{"unit": task.lead_unit or plan.unit}]
