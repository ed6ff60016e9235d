"""One remark that a record holds already."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

MOST = 30
"""Of one source no more than a page can hold."""


@dataclass(frozen=True)
class Said:
    """One line, and the record that says it."""

    words: str
    url: str = ""


def dated(report: Any) -> tuple[date, date]:
    return report.from_on, report.to_on
