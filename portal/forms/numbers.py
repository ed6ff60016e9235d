"""Numbers as they are written here: 1.234 is one thousand two hundred and thirty-four."""

import re

from django import forms
from django.core.exceptions import ValidationError

GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")


class NumberField(forms.IntegerField):
    """A count, typed into a text box: no arrows, no wheel that changes it unseen."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "w-date"})
    default_error_messages = {"not_a_count": "Ghi bằng chữ số, ví dụ 12"}

    def to_python(self, value) -> int | None:
        digits = str(value or "").strip()
        if not digits:
            return None
        digits = digits.replace(".", "") if GROUPED.fullmatch(digits) else digits
        if not re.fullmatch(r"-?\d{1,9}", digits, re.ASCII):
            raise ValidationError(self.error_messages["not_a_count"], code="not_a_count")
        return int(digits)

    def widget_attrs(self, widget) -> dict:
        return {}
