"""A dated setting: its value from a day on, by which decision."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.forms.administration.rows import NOT_CHOSEN
from portal.forms.base import Form
from portal.forms.dates import DateField
from portal.forms.texts import TextField
from portal.office import Known, Setting

NOBODY = "khong"
"""Chosen on purpose, unlike a choice that was forgotten."""


class SettingForm(Form):
    """A value is added, never overwritten: what held on a past day stays readable."""

    value = forms.ChoiceField(label="Giá trị")
    valid_from = DateField(label="Áp dụng từ ngày")
    decision = TextField(label="Theo văn bản", max_length=200, required=False)

    def __init__(self, *args: Any, known: Known, on: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = known
        nobody = [(NOBODY, "Không chỉ định")] if known.default == "" else []
        choices = [*nobody, *known.choices(on).items()]
        self.fields["value"].choices = [("", NOT_CHOSEN), *choices]
        if known.by_decision:
            decision = self.fields["decision"]
            decision.required, decision.label = True, "Số, ngày quyết định của cơ quan"

    def clean_value(self) -> str:
        value = self.cleaned_data["value"]
        if sentence := (self.known.refused or {}).get(value):
            raise forms.ValidationError(sentence)
        return "" if value == NOBODY else value

    def clean_valid_from(self) -> Any:
        day = self.cleaned_data["valid_from"]
        if Setting.objects.filter(name=self.known.name, valid_from=day).exists():
            raise forms.ValidationError("Ngày này đã có một giá trị; chọn ngày khác")
        return day

    def keep(self) -> Setting:
        return Setting.objects.create(name=self.known.name, **self.cleaned_data)
