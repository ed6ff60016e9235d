"""Which forms belong to a petition or case, and what is known of it when one is written."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from citizens.models.vocabulary import Kind
from portal.documents.facts import letterhead
from portal.documents.forms import Form
from portal.documents.placeholders import About, Signer, names_in, put, values_of
from portal.people import Position, User

from .capacity import lead_of_team, signer_of

NAMES = {
    Kind.COMPLAINT: "complaint",
    Kind.DENUNCIATION: "denunciation",
    Kind.POLICY_QUESTION: "feedback",
    Kind.PROPOSAL: "feedback",
    Kind.FEEDBACK: "feedback",
}
EMPTY_LINES = re.compile(r"\n{3,}")


def kinds_of(item: Any) -> tuple[str, ...]:
    """The names that forms use in ``of``; a session of reception is in no form."""
    if item.stream_kind == "buoi-tiep":
        return ()
    if item.stream_kind == "don":
        return ("sealed-petition",) if item.sealed else ("petition",)
    kind = NAMES[item.kind]
    return (kind, f"{kind}-{item.level}", "case")


def about(item: Any, *, on: date, signer: User | None = None, by_team: bool = False) -> About:
    """``signer``: who is to sign, where that is known; ``by_team``: whoever verified."""
    seal = getattr(item, "settling_unit", None)
    if by_team:
        signs = lead_of_team(item)
    else:
        signs = signer_of(item, signer, on=on) if signer else expected_signer(item, on=on)
    return About(item, on, letterhead(on, unit=item.unit, seal=seal, signer=signs))


def expected_signer(item: Any, *, on: date) -> Signer:
    """Whoever settles the case, else the Director."""
    position: Position | None = getattr(item, "settler", None)
    if position is None or not position.is_open(as_of=on):
        position = Position.objects.holding("director", as_of=on).first()
    return signer_of(item, position.user, on=on) if position else Signer()


def opening_text(form: Form, item: Any, *, on: date) -> str:
    """How the document begins: brackets wait for answers."""
    values = values_of(names_in(form.body), about(item, on=on))
    text = put(form.body.strip(), values)
    return EMPTY_LINES.sub("\n\n", text)
