"""A paper that was decided elsewhere: its number and its day."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError

from portal.forms.dates import DateField
from portal.forms.texts import TextField, numbered_like


class Decided(forms.Form):
    reference = TextField(
        label="Số, ký hiệu quyết định", max_length=80, help_text=numbered_like("15/QĐ")
    )
    dated_on = DateField(label="Ngày quyết định")

    def clean_reference(self) -> str:
        reference = self.cleaned_data["reference"]
        if not any(letter.isdigit() for letter in reference):
            raise ValidationError("Ghi cả số của quyết định")
        return reference
