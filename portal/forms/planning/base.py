"""What the forms of plans and tasks have in common."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from portal.forms.dated_choices import as_of
from portal.forms.step import StepForm
from portal.people import Unit


def box(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PlanningForm(StepForm):
    """A step whose choices are those of the day; no paper is drafted beside it."""

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields.pop("draft", None)
        as_of(self, on)


def own_unit(by: Any, *, on: date) -> Unit | None:
    held = [row.unit for row in by.positions_on(on) if row.unit_id]
    return held[0] if held else None


def words_of(line: str) -> list[str]:
    """Chủ đề, nhãn: separated by commas or line ends."""
    parts = line.replace("\n", ",").replace(";", ",").split(",")
    return list(dict.fromkeys(filter(None, (part.strip() for part in parts))))
