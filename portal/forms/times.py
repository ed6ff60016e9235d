"""Hours as they are written here: 7 giờ 30, 7:30, 7h30, 14h."""

import re
from datetime import time

from django import forms
from django.core.exceptions import ValidationError

from portal import text

WRITTEN = re.compile(r"(?P<hour>\d{1,2})\s*(?:[:.hg]|giờ)?\s*(?P<minute>\d{2})?\s*(?:phút)?", re.I)


class BoundTime(forms.BoundField):
    def value(self):
        value = super().value()
        return text.hour(value) if isinstance(value, time) else value


class TimeField(forms.Field):
    """An hour of the day, typed as text."""

    widget = forms.TextInput(attrs={"class": "w-date", "autocomplete": "off"})
    bound_field_class = BoundTime

    def __init__(self, **options) -> None:
        options.setdefault("help_text", "Ví dụ: 7 giờ 30")
        super().__init__(**options)

    def to_python(self, value) -> time | None:
        if value in self.empty_values or isinstance(value, time):
            return value or None
        found = WRITTEN.fullmatch(text.clean(str(value)).strip())
        hour, minute = (int(part or 0) for part in found.groups()) if found else (24, 0)
        if hour > 23 or minute > 59:
            raise ValidationError("Ghi giờ và phút, ví dụ 7 giờ 30 hoặc 13:30")
        return time(hour, minute)

    def has_changed(self, initial, data) -> bool:
        try:
            return self.to_python(data) != initial
        except ValidationError:
            return True
