"""Date boxes: text that takes 5/2/2026, 05022026 and 5-2-26, and shows what it understood."""

import re
from calendar import monthrange
from datetime import date

from django import forms
from django.core.exceptions import ValidationError

from portal import text

FIRST_YEAR, LAST_YEAR = 1900, 2100
WRITTEN = (
    re.compile(
        r"(?:ngày\s*)?(?P<day>\d{1,2})(?:[\s./-]+|\s*tháng\s*)(?P<month>\d{1,2})"
        r"(?:[\s./-]+|\s*năm\s*)(?P<year>\d{4}|\d{2})"
    ),
    re.compile(r"(?P<day>\d{2})(?P<month>\d{2})(?P<year>\d{4}|\d{2})"),
    re.compile(r"(?P<year>\d{4})-(?P<month>\d{2})-(?P<day>\d{2})"),
)


def read_date(written: str) -> date:
    """The day that somebody wrote; raises ValueError with one Vietnamese sentence."""
    parts = next((hit for way in WRITTEN if (hit := way.fullmatch(written.strip()))), None)
    if parts is None:
        raise ValueError("ghi đủ ngày, tháng, năm, ví dụ 27/8/2026")
    return _day(int(parts["day"]), int(parts["month"]), _year(parts["year"]))


def _year(digits: str) -> int:
    if len(digits) == 4:
        return int(digits)
    return int(digits) + (2000 if int(digits) < 50 else 1900)


def _day(day: int, month: int, year: int) -> date:
    if not 1 <= month <= 12:
        raise ValueError(f"không có tháng {month}; ghi ngày trước, tháng sau, ví dụ 27/8/2026")
    if not FIRST_YEAR <= year <= LAST_YEAR:
        raise ValueError(f"xem lại năm {year:04d}")
    last = monthrange(year, month)[1]
    if not 1 <= day <= last:
        raise ValueError(f"tháng {month}/{year} có {last} ngày, không có ngày {day}")
    return date(year, month, day)


class BoundDate(forms.BoundField):
    """A date box after it was sent: it says in words which day it took."""

    field: "DateField"

    def value(self):
        value = super().value()
        return f"{value:%d/%m/%Y}" if isinstance(value, date) else value

    @property
    def understood(self) -> str:
        if not self.form.is_bound or self.errors:
            return ""
        taken = self.field.understood(self.data)
        return f"Hiểu là {text.weekday(taken)}, {taken:%d/%m/%Y}" if taken else ""


class DateField(forms.Field):
    """A day, typed as text; `earliest` and `latest` are days, named in words where that is kinder.

    A form that knows today says so itself:
    `self.fields["happened_on"].latest = today`.
    """

    widget = forms.TextInput(
        attrs={"class": "w-date", "inputmode": "numeric", "autocomplete": "off", "data-date": True}
    )
    bound_field_class = BoundDate
    default_error_messages = {
        "unread": "Chưa hiểu {what}: {why}",
        "too_early": "{label} không được trước {limit}",
        "too_late": "{label} không được sau {limit}",
    }

    def __init__(
        self, *, earliest: date | None = None, latest: date | None = None, **options
    ) -> None:
        options.setdefault("help_text", "Ví dụ: 27/8/2026")
        super().__init__(**options)
        self.earliest, self.latest = earliest, latest

    def to_python(self, value) -> date | None:
        if value in self.empty_values or isinstance(value, date):
            return value or None
        try:
            return read_date(text.clean(str(value)))
        except ValueError as refusal:
            raise ValidationError(self._sentence("unread", why=refusal)) from refusal

    def validate(self, value: date | None) -> None:
        super().validate(value)
        if value and self.earliest and value < self.earliest:
            raise ValidationError(self._sentence("too_early", limit=text.day(self.earliest)))
        if value and self.latest and value > self.latest:
            raise ValidationError(self._sentence("too_late", limit=text.day(self.latest)))

    def understood(self, written) -> date | None:
        """The day meant by what was typed, or nothing."""
        try:
            return self.to_python(written)
        except ValidationError:
            return None

    def bound_data(self, data, initial):
        """What is shown again: the day in full where it was understood, else what was typed."""
        return self.understood(data) or data

    def has_changed(self, initial, data) -> bool:
        return (self.understood(data) or data or None) != (initial or None)

    def _sentence(self, code: str, **words) -> str:
        label = str(self.label or "Ngày")
        return self.error_messages[code].format(label=label, what=text.lower_first(label), **words)
