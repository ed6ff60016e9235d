"""Who heads a unit on a day: the name that stands beside whatever the unit owes."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from portal.people.positions import Position, Role
from portal.people.units import Unit

ANSWER = (Role.HEAD, Role.DIRECTOR)


def heads_of(units: Iterable[int | None], *, on: date) -> dict[int, str]:
    """By the unit's key; one statement for the rows of a page. An empty chair has no name."""
    rows = Position.objects.open(as_of=on).filter(role__in=ANSWER, unit__in={*units} - {None})
    return {row.unit_id: str(row.user) for row in rows.select_related("user") if row.unit_id}


def head_of(unit: Unit | None, *, on: date) -> str:
    return heads_of([unit.pk], on=on).get(unit.pk, "") if unit else ""
