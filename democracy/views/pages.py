"""What the pages of this programme have in common: crumbs, acts, steps."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.views import around as kernel

HOME = ("Thực hiện dân chủ", "/dan-chu/")


def around(user: Any, subject: Any, *, on: date, told: bool, above: tuple[str, str],
           aside: tuple[str, ...] = ()) -> dict[str, Any]:  # fmt: skip
    """Below this programme and the list ``above``."""
    crumbs = (HOME, above)
    return kernel.around(user, subject, on=on, told=told, crumbs=crumbs, aside=aside)
