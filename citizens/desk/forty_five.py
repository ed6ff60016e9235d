"""The forty-five days after which whoever leaves a letter untouched answers for it in person."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from portal.deadlines import compute, standing
from portal.text import lower_first
from portal.working_days import calendar

from ..models.vocabulary import OPEN_PETITION_STAGES
from ..statutes import RULES

RULE = RULES["DON_45"]


def line_of(row: Mapping[str, Any], *, on: date) -> str:
    """“mốc 45 ngày: còn 12 ngày làm việc”, once the time for handling the letter is over."""
    over = row["due_key"] < on and row["stage"] in OPEN_PETITION_STAGES
    if not over or row["received_on"] < RULE.versions[0].since:
        return ""
    due = compute(RULE, start=row["received_on"], calendar=calendar()).due
    return f"mốc 45 ngày: {lower_first(standing(due, as_of=on, calendar=calendar()).short)}"
