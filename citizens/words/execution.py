"""What is to be carried out, as the page of a case tells it."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from portal.text import number


def lines_of(executions: Iterable[Any], *, on: date) -> list[dict[str, Any]]:
    """Each thing to be done, how it stands, and what was done of it."""
    return [
        {"row": row, "standing": row.standing(as_of=on), "told": how_far(row)} for row in executions
    ]


def how_far(row: Any) -> str:
    if row.done_on:
        return "Đã thi hành xong"
    if not row.performed:
        return "Chưa thi hành"
    left = f", còn {number(row.left.normalize())} {row.measure}" if row.measure else ""
    return f"Đã thi hành {row.performed}{left}"
