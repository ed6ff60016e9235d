"""What stands around a record on its page: crumbs, the steps open to the reader, its history."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from portal.views.planning.acts import acts_of, steps_for


def around(
    user: Any, subject: Any, *, on: date, told: bool, crumbs: Sequence[tuple[str, str]],
    aside: tuple[str, ...] = (),
) -> dict[str, Any]:  # fmt: skip
    """``told``: whether the reader works on it and sees its history."""
    steps = steps_for(user, subject, on=on, aside=aside)
    return {
        **steps,
        "closed": steps["closed" if told else "under_way"],
        "told": acts_of(subject.stream) if told else [],
        "crumbs": list(crumbs),
        "here": subject.code,
        "on": on,
    }
