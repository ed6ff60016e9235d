"""The box for the sixteen digits."""

from django import forms
from django.core.exceptions import ValidationError

from citizens.models.lookup import read
from portal.forms import Form, TextField

HINT = "16 chữ số in trên giấy biên nhận và mọi văn bản ông/bà đã nhận, ví dụ 1234 5678 9012 3456"


class CodeForm(Form):
    """A mistyped digit is told here, before anything is looked up."""

    code = TextField(
        label="Mã tra cứu",
        help_text=HINT,
        max_length=60,
        widget=forms.TextInput(
            {"inputmode": "numeric", "autocomplete": "off", "class": "code w-half"}
        ),
    )

    def clean_code(self) -> str:
        try:
            return read(self.cleaned_data["code"])
        except ValueError as refusal:
            raise ValidationError(str(refusal)) from refusal
