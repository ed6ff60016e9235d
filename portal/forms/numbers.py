"""Numbers as they are written here: 1.234 is one thousand two hundred and thirty-four."""

import re
from decimal import Decimal

from django import forms
from django.core.exceptions import ValidationError

from portal import text

GROUPED = re.compile(r"\d{1,3}(\.\d{3})+")
AMOUNT = re.compile(r"(\d{1,12}|\d{1,3}(?:\.\d{3}){1,3})(?:,(\d{1,2}))?", re.ASCII)


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


class AmountField(forms.DecimalField):
    """An amount with at most two digits after the comma: 1.250,5."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "w-date"})
    default_error_messages = {"not_an_amount": "Ghi bằng chữ số, phần lẻ sau dấu phẩy, như 1.250,5"}

    def to_python(self, value) -> Decimal | None:  # type: ignore[override]  # below IntegerField
        if isinstance(value, Decimal) or not str(value or "").strip():
            return value or None
        found = AMOUNT.fullmatch(str(value).strip())
        if found is None:
            raise ValidationError(self.error_messages["not_an_amount"], code="not_an_amount")
        return Decimal(f"{found[1].replace('.', '')}.{found[2] or 0}")

    def prepare_value(self, value):
        return text.number(value.normalize()) if isinstance(value, Decimal) else value

    def widget_attrs(self, widget) -> dict:
        return {}
