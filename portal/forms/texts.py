"""Text boxes: stored composed (NFC), refused with a sentence, counted by the server alone."""

import re

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.functional import lazy

from portal import text
from portal.templatetags.portal import office

SEPARATORS = re.compile(r"[\s.\-()]+")
NUMBER_OF_CARD = "Số căn cước có 12 số, số chứng minh nhân dân có 9 số"


def as_numbered_here(number: str) -> str:
    return f"Ví dụ: {number}-{office().symbol}"


numbered_like = lazy(as_numbered_here, str)
"""An example with the office's own letters, which change with its name."""


class TextField(forms.CharField):
    """One line of text. The box has no maxlength: a browser would cut a pasted text in silence."""

    default_error_messages = {
        "too_long": "Nội dung dài %(count)s ký tự; rút ngắn còn tối đa %(limit)s ký tự"
    }

    def __init__(self, *, max_length: int = 300, **options) -> None:
        super().__init__(**options)
        self.longest = max_length

    def to_python(self, value) -> str:
        try:
            cleaned = text.clean(value) if isinstance(value, str) else value
            return super().to_python(cleaned) or ""
        except ValueError as refusal:
            raise ValidationError(str(refusal), code="unprintable") from refusal

    def validate(self, value: str) -> None:
        super().validate(value)
        if len(value) > self.longest:
            counts = {"count": text.number(len(value)), "limit": text.number(self.longest)}
            raise ValidationError(self.error_messages["too_long"], "too_long", counts)


class LongTextField(TextField):
    """Several lines."""

    widget = forms.Textarea(attrs={"rows": 6})

    def __init__(self, *, max_length: int = 20_000, **options) -> None:
        super().__init__(max_length=max_length, **options)


class EmailField(TextField):
    """An address for e-mail."""

    widget = forms.EmailInput(attrs={"autocomplete": "email", "class": "w-half"})

    def __init__(self, *, max_length: int = 254, **options) -> None:
        super().__init__(max_length=max_length, **options)

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and not _is_email(value):
            raise ValidationError("Xem lại địa chỉ thư điện tử, ví dụ ten@coquan.gov.vn")


class PhoneField(TextField):
    """A Vietnamese telephone number, kept as text: +84 912 345 678 becomes 0912345678."""

    widget = forms.TextInput(
        attrs={"type": "tel", "inputmode": "tel", "autocomplete": "tel", "class": "w-half"}
    )

    def to_python(self, value) -> str:
        digits = SEPARATORS.sub("", super().to_python(value))
        return "0" + digits[3:] if digits.startswith("+84") else digits

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and (problem := _problem_of_phone(value)):
            raise ValidationError(problem)


class IdNumberField(TextField):
    """Number of a căn cước (12 digits) or an old identity card (9), kept as text.

    A scanner types the whole line of the card's square code; its first part is the number, the
    others go to the fields that name theirs (`data-card-part`: name, birth, sex, address).
    """

    widget = forms.TextInput(
        attrs={"inputmode": "numeric", "autocomplete": "off", "class": "w-half", "data-card": True}
    )

    def to_python(self, value) -> str:
        return SEPARATORS.sub("", super().to_python(value).partition("|")[0])

    def validate(self, value: str) -> None:
        super().validate(value)
        if value and (problem := _problem_of_id(value)):
            raise ValidationError(problem)


def _is_email(value: str) -> bool:
    try:
        validate_email(value)
    except ValidationError:
        return False
    return True


def _all_digits(value: str) -> bool:
    return value.isascii() and value.isdigit()


def _problem_of_phone(value: str) -> str:
    if not _all_digits(value):
        return "Số điện thoại chỉ gồm chữ số, ví dụ 0912345678"
    if len(value) == 9 and value[0] != "0":
        return "Số điện thoại có 9 số, có lẽ thiếu số 0 ở đầu; nhập đủ 10 số"
    if not 8 <= len(value) <= 11:
        return f"Số điện thoại có {len(value)} số; kiểm tra và nhập đủ, ví dụ 0912345678"
    return ""


def _problem_of_id(value: str) -> str:
    if not _all_digits(value):
        return f"{NUMBER_OF_CARD}, không có chữ hay dấu khác"
    if len(value) in (8, 11):
        full = len(value) + 1
        return f"Số này có {len(value)} số, có lẽ thiếu số 0 ở đầu; nhập đủ {full} số như trên thẻ"
    if len(value) not in (9, 12):
        return f"{NUMBER_OF_CARD}; số vừa nhập có {len(value)} số"
    return ""
