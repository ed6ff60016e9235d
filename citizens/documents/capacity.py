"""In which capacity somebody signs on a day: it follows from positions and who stands in."""

from __future__ import annotations

from datetime import date
from typing import Any

from citizens.models.paper import capacity_for
from portal.documents.placeholders import Signer
from portal.people import Position, User

OF_THE_DIRECTOR = ("KT.", "TL.", "TUQ.")


def signer_of(item: Any, user: User, *, on: date) -> Signer:
    """“KT. GIÁM ĐỐC / PHÓ GIÁM ĐỐC”, or the own office alone."""
    capacity = capacity_for(item, user, on=on)
    held = user.positions_on(on)
    own = next((row for row in held if not row.standing_in), held[0] if held else None)
    title = own.printed_title if own else ""
    if capacity not in OF_THE_DIRECTOR:
        return Signer(capacity=capacity, title=title, name=user.full_name)
    return Signer(capacity, director_title(on), title, user.full_name)


def director_title(on: date) -> str:
    director = Position.objects.holding("director", as_of=on).first()
    return director.printed_title if director else "Giám đốc"
