"""Chỉ đạo, and the report on it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from portal.forms.base import Form
from portal.forms.dates import DateField
from portal.forms.texts import LongTextField, TextField
from portal.people import Position, Unit, User


class InstructForm(Form):
    """One sentence, who carries it out, by when."""

    text = TextField(label="Ý kiến chỉ đạo", max_length=500)
    unit = forms.ModelChoiceField(
        Unit.objects.none(), label="Đơn vị thực hiện", empty_label="Chọn đơn vị"
    )
    user = forms.ModelChoiceField(
        User.objects.none(),
        label="Người thực hiện",
        required=False,
        empty_label="Thủ trưởng đơn vị",
    )
    due_on = DateField(label="Báo cáo trước hết ngày")

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.on = on
        self.fields["unit"].queryset = Unit.objects.open(as_of=on)
        self.fields["user"].queryset = User.objects.filter(is_active=True)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        unit, user = data.get("unit"), data.get("user")
        held = Position.objects.open(as_of=self.on)
        if unit and user and not held.filter(user=user, unit=unit).exists():
            self.add_error("user", f"{user} không thuộc {unit}; chọn người của đơn vị này")
        return data

    def clean_due_on(self) -> date:
        due_on = self.cleaned_data["due_on"]
        if due_on < self.on:
            raise forms.ValidationError("Hạn báo cáo không được trước hôm nay")
        return due_on


class ReportForm(Form):
    """Báo cáo việc thực hiện."""

    text = LongTextField(label="Báo cáo việc thực hiện", max_length=4000)
