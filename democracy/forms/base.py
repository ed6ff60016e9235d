"""What the forms of this programme have in common."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms

from democracy.items import CIRCLES, UNITS
from portal.forms import ChoiceField, StepForm
from portal.forms.dated_choices import UnitsField, as_of
from portal.forms.files import received
from portal.forms.planning.base import box, own_unit

__all__ = ["CircleForm", "Plain", "box", "boxes", "own_unit", "picked"]


class Plain(StepForm):
    """A step whose choices are those of the day; no paper is drafted beside it."""

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields.pop("draft", None)
        as_of(self, on)


class CircleForm(forms.Form):
    """For whom it is, and one document."""

    circle = ChoiceField(label="Dành cho", choices=CIRCLES, initial=CIRCLES[0][0])
    units = UnitsField(
        label="Đơn vị được chọn", required=False, help_text="Chỉ chọn khi không dành cho toàn thể"
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("circle") == UNITS and not data.get("units"):
            self.add_error("units", "Chọn ít nhất một đơn vị")
        if data.get("circle") != UNITS:
            data["units"] = []
        return data


def picked(form: Any, name: str) -> Any:
    """The one file that was sent, or the one that was there."""
    files = received(form, name, by=form.by)
    if len(files) > 1:
        form.add_error(name, "Chỉ gửi một tệp")
    return files[0] if files else None


def boxes(label: str, choices: Iterable[tuple[str, str]], **options: Any) -> Any:
    return forms.MultipleChoiceField(
        label=label, choices=list(choices), widget=forms.CheckboxSelectMultiple, **options
    )
