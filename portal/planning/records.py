"""Tasks that are records: a conference, a visit, a rating, a unit's own plan.

Whoever keeps such records says here where one is opened for a share; when the record is finished,
``done_with`` finishes the share.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.planning.shares import OPEN, TaskUnit

BY = "portal"


@dataclass(frozen=True)
class Opening:
    """What the button says, and where it leads for a share."""

    words: str
    address: Callable[[TaskUnit], str]


OPENINGS: dict[str, Opening] = {
    "unit_plan": Opening(
        "Lập kế hoạch của đơn vị", lambda share: f"/ke-hoach/moi/?tren={share.plan.code}"
    ),
}


def opening_of(share: TaskUnit) -> dict[str, str] | None:
    """Where the record of this share is opened, if anybody keeps such records."""
    opening = OPENINGS.get(share.task.record)
    if opening is None or share.stage not in OPEN:
        return None
    return {"words": opening.words, "url": opening.address(share)}


def done_with(share: TaskUnit, *, record: str, product: str, result: str, on: date) -> None:
    """The record is finished, and with it the share."""
    if share.stage in OPEN:
        share.finish(by=BY, on=on, result=result, product=product, finished_on=on, record=record)


def answer_with_plan(own: Any, *, on: date) -> None:
    """A unit's own plan was sent out: the share that asked for it is reported."""
    asked = TaskUnit.objects.filter(
        plan=own.parent, unit=own.unit, task__record="unit_plan", stage__in=OPEN
    )
    for share in asked.select_related("task", "plan"):
        product = f"{own.get_kind_display()} số {own.reference}"
        done_with(share, record=own.stream, product=product, result=own.title, on=on)
