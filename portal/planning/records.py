"""Tasks that are records: a conference, a visit, a rating, a unit's own plan.

Whoever keeps such records says here where one is opened for a share (``opens``); when the record
is finished, ``done_with`` or ``answer`` finishes the share.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.people import Body
from portal.planning.shares import OPEN, TaskUnit

BY = "portal"


@dataclass(frozen=True)
class Opening:
    """What the button says, and where it leads for a share."""

    words: str
    address: Callable[[TaskUnit], str]


OPENINGS: dict[str, Opening] = {}


def opens(record: str, words: str, address: Callable[[TaskUnit], str]) -> None:
    """``record``: one of ``Task.Record``."""
    OPENINGS[record] = Opening(words, address)


opens(
    "unit_plan", "Lập kế hoạch của đơn vị", lambda share: f"/ke-hoach/moi/?tren={share.plan.code}"
)


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


def answer(
    kind: str, *, place: Any, year: int, record: str, product: str, result: str, on: date
) -> int:
    """A record of this kind is finished: every open share of that unit or body and year is done.

    ``record``: the stream of the record; ``product``: its paper with number and date.
    """
    asked = TaskUnit.objects.filter(
        plan__year=year, plan__stage="issued", task__record=kind, stage__in=OPEN
    )
    owed = asked.filter(body=place) if isinstance(place, Body) else asked.filter(unit=place)
    found = list(owed.select_related("task", "plan"))
    for share in found:
        done_with(share, record=record, product=product, result=result, on=on)
    return len(found)


WAITING_FOR: dict[str, Callable[[Any, date], None]] = {}
"""By kind of plan: what waits for the shares, which stand only once it is sent out."""


def waits_for(kind: str, deed: Callable[[Any, date], None]) -> None:
    """``kind``: one of ``Plan.Kind``; ``deed(plan, on)`` is done in the same transaction."""
    WAITING_FOR[kind] = deed


def tell_who_waits(plan: Any, *, on: date) -> None:
    if deed := WAITING_FOR.get(plan.kind):
        deed(plan, on)


def answer_with_plan(own: Any, *, on: date) -> None:
    """A unit's own plan was sent out: the share that asked for it is reported."""
    asked = TaskUnit.objects.filter(
        plan=own.parent, unit=own.unit, task__record="unit_plan", stage__in=OPEN
    )
    for share in asked.select_related("task", "plan"):
        product = f"{own.get_kind_display()} số {own.reference}"
        done_with(share, record=own.stream, product=product, result=own.title, on=on)
