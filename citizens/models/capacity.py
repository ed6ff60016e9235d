"""In which capacity somebody signs on a day (NĐ30/2020 Đ13): it follows from their positions."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal.people import Position, User

OWN, FOR_THE_HEAD, BY_ORDER, BY_AUTHORITY, ACTING = "", "KT.", "TL.", "TUQ.", "Q."
IN_THE_NAME_OF = "TM."
"""Of a team or council, which decides together."""
ACTING_TITLE = "quyền "
LEADERS = ("director", "deputy_director")
HEADS = ("head", "deputy_head")


def capacity_for(item: Any, by: User, *, on: date) -> str:
    """Under the seal of a unit its own head signs, or whoever signs for that head."""
    held = by.positions_on(on)
    unit = getattr(item, "settling_unit_id", None)
    if unit and (there := [row for row in held if row.unit_id == unit and row.role in HEADS]):
        return as_head(there, role="head")
    return signing_capacity(by, on=on)


def as_head(held: Sequence[Position], *, role: str) -> str:
    """Q. for whoever acts as head, KT. for a deputy or a stand-in."""
    own = next((row for row in held if row.role == role and not row.standing_in), None)
    if own is None:
        return FOR_THE_HEAD
    return ACTING if is_acting(own) else OWN


def is_acting(position: Position) -> bool:
    """Quyền Giám đốc: appointed to the post for the time being."""
    return position.printed_title.lower().startswith(ACTING_TITLE)


def signing_capacity(by: User, *, on: date) -> str:
    """For the office: a leader in person or for the Director, a head by order.

    Whoever stands in for a leader by a decision with a term, and is none, signs by its authority.
    """
    held = by.positions_on(on)
    own = [row for row in held if not row.standing_in]
    if any(row.role in LEADERS for row in own):
        return as_head(own, role="director")
    if any(row.role in LEADERS for row in held):
        return BY_AUTHORITY
    return BY_ORDER if any(row.role in HEADS for row in held) else OWN
