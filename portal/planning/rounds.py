"""Work that comes again: a round for each part of the line, and for each period of its rule.

A round has the days that the document gives; a period without a day of its own has none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

from portal.periods import Half, Month, Quarter, Regular, Year

RULES: dict[str, type[Regular]] = {
    "MONTHLY": Month,
    "QUARTERLY": Quarter,
    "HALFYEARLY": Half,
    "YEARLY": Year,
}
CHOICES = (
    ("", "Không định kỳ"),
    ("MONTHLY", "Hằng tháng"),
    ("QUARTERLY", "Hằng quý"),
    ("HALFYEARLY", "6 tháng một lần"),
    ("YEARLY", "Hằng năm"),
)


def rounds_of(task: Any, *, first: date, last: date) -> list[dict[str, Any]]:
    """Label, start and due of every round between the two days."""
    return [*parts_of(task), *periods_of(task, first=first, last=last)]


def parts_of(task: Any) -> Iterator[dict[str, Any]]:
    for number, part in enumerate(task.parts, start=1):
        label = part.get("label") or f"Đợt {number}"
        yield {"label": label, "start": day_of(part, "start"), "due": day_of(part, "due")}


def day_of(part: dict[str, Any], name: str) -> date | None:
    return date.fromisoformat(part[name]) if part.get(name) else None


def periods_of(task: Any, *, first: date, last: date) -> Iterator[dict[str, Any]]:
    """The periods of the first rule that is known, as far as the plan reaches."""
    words = task.recurs.replace(";", " ").split()
    kind = next((RULES[word] for word in words if word in RULES), None)
    if kind is None:
        return
    period = kind.containing(first)
    while period.start <= last:
        yield {"label": period.label, "start": period.start, "due": None}
        period = period.following()
