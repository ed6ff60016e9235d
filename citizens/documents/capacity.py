"""How a signature reads: the capacity, whose office it is, the own office below it, the name."""

from __future__ import annotations

from datetime import date
from typing import Any

from citizens.models.capacity import (
    ACTING,
    ACTING_TITLE,
    BY_AUTHORITY,
    BY_ORDER,
    FOR_THE_HEAD,
    IN_THE_NAME_OF,
    capacity_for,
)
from portal.documents.placeholders import Signer
from portal.paper_style import paper_style
from portal.people import Position, Unit, User
from portal.text import upper_first

FOR_ANOTHER = (FOR_THE_HEAD, BY_ORDER, BY_AUTHORITY)


def signer_of(item: Any, user: User, *, on: date) -> Signer:
    """“KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC”, “Q. GIÁM ĐỐC”, or the own office alone."""
    capacity = capacity_for(item, user, on=on)
    held = user.positions_on(on)
    own = next((row for row in held if not row.standing_in), held[0] if held else None)
    title = own.printed_title if own else ""
    if capacity == ACTING:
        return Signer(capacity, upper_first(title[len(ACTING_TITLE) :]), name=user.full_name)
    if capacity not in FOR_ANOTHER:
        return Signer(capacity, title, name=user.full_name)
    seal = getattr(item, "settling_unit", None)
    below = own_title(own, title, on=on) if capacity == BY_ORDER else title
    return Signer(capacity, title_above(seal, on=on), below, user.full_name)


def title_above(seal: Unit | None, *, on: date) -> str:
    """Of whoever is signed for: the head of the unit whose seal it bears, else of the office."""
    return head_title(seal, on=on) if seal else paper_style(on).head_title


def head_title(unit: Unit, *, on: date) -> str:
    head = Position.objects.holding("head", as_of=on, unit=unit).first()
    return head.printed_title if head else "Thủ trưởng đơn vị"


def own_title(own: Position | None, title: str, *, on: date) -> str:
    """A deputy head signs by order in the stead of the head (NĐ30 Đ13.4)."""
    if own is None or own.role != "deputy_head" or own.unit is None:
        return title
    return f"{FOR_THE_HEAD} {head_title(own.unit, on=on)}\n{title}"


def lead_of_team(case: Any) -> Signer:
    """“TM. TỔ XÁC MINH / TỔ TRƯỞNG”: a team reports together."""
    members = case.verification_members.select_related("user").order_by("-pk")
    lead = next((each.user.full_name for each in members if each.lead), "")
    return Signer(IN_THE_NAME_OF, "Tổ xác minh", "Tổ trưởng", lead)


def lines_of(signer: Signer) -> list[str]:
    """As they stand above the name."""
    above = f"{signer.capacity} {signer.title}".strip()
    return [each for each in (above, *signer.own_title.splitlines()) if each]
