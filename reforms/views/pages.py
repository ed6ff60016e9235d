"""What the pages of this programme have in common: crumbs, acts, steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.views.planning.acts import acts_of, steps_for

HOME = ("Cải cách hành chính", "/cai-cach/")


def around(user: Any, subject: Any, *, on: date, told: bool, above: tuple[str, str],
           aside: tuple[str, ...] = ()) -> dict[str, Any]:  # fmt: skip
    """Steps open to the reader, and the history for whoever works on it."""
    steps = steps_for(user, subject, on=on, aside=aside)
    return {
        **steps,
        "closed": steps["closed" if told else "under_way"],
        "told": acts_of(subject.stream) if told else [],
        "crumbs": [HOME, above],
        "here": subject.code,
        "on": on,
    }
