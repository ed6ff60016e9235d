"""The second step: digits or the answer of a key; and what sets each of them up."""

from __future__ import annotations

import re
from typing import Any

from django import forms

from portal.factors.passkeys import LONGEST_ANSWER
from portal.factors.printed import DIGITS as PRINTED_DIGITS
from portal.factors.totp import DIGITS as APP_DIGITS
from portal.forms.base import Form
from portal.forms.texts import TextField

SEPARATORS = re.compile(r"[\s.\-]+")
TYPED = {"inputmode": "numeric", "autocomplete": "one-time-code", "spellcheck": "false"}
EITHER = f"Mã gồm {APP_DIGITS} chữ số của ứng dụng, hoặc {PRINTED_DIGITS} chữ số của mã in sẵn."


class DigitsField(TextField):
    """Digits as they are read aloud: blanks and hyphens between them do not count."""

    def __init__(self, *lengths: int, sentence: str, **options: Any) -> None:
        options.setdefault("widget", forms.TextInput(attrs={**TYPED, "class": "w-half"}))
        super().__init__(max_length=40, **options)
        self.lengths, self.sentence = lengths, sentence

    def to_python(self, value: Any) -> str:
        return SEPARATORS.sub("", super().to_python(value))

    def validate(self, value: str) -> None:
        super().validate(value)
        digits = value.isascii() and value.isdigit()
        if value and not (digits and len(value) in self.lengths):
            raise forms.ValidationError(self.sentence)


class FactorForm(Form):
    """A code, or what the script of the page received from a key."""

    factor_code = DigitsField(
        APP_DIGITS,
        PRINTED_DIGITS,
        label="Mã",
        sentence=EITHER,
        help_text=f"{APP_DIGITS} chữ số trong ứng dụng, hoặc {PRINTED_DIGITS} chữ số in sẵn",
    )
    factor_key = forms.CharField(
        required=False, widget=forms.HiddenInput, max_length=LONGEST_ANSWER
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if self.data.get("factor_key"):
            self.fields["factor_code"].required = False


class SecondStepForm(FactorForm):
    remember = forms.BooleanField(
        required=False,
        label="Nhớ thiết bị này 30 ngày",
        help_text="Không chọn trên máy dùng chung",
    )


class AppForm(Form):
    """The first code shows that the application and this portal mean the same secret."""

    factor_code = DigitsField(
        APP_DIGITS,
        label="Mã ứng dụng đang hiện",
        sentence=f"Mã gồm {APP_DIGITS} chữ số.",
        help_text="Đổi mỗi 30 giây",
    )


class KeyForm(Form):
    name = TextField(
        label="Tên gợi nhớ", max_length=60, help_text="Ví dụ: Điện thoại cơ quan, Khóa USB"
    )
    factor_key = forms.CharField(
        required=False, widget=forms.HiddenInput, max_length=LONGEST_ANSWER
    )
