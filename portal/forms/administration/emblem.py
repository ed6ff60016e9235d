"""The office's emblem and main colour."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.attachments import receive
from portal.forms.base import Form
from portal.office import Office
from portal.people import User

LARGEST = 200_000
PICTURES = ("image/png", "image/jpeg")


class EmblemForm(Form):
    emblem = forms.FileField(
        label="Biểu trưng",
        required=False,
        help_text="Tệp PNG hoặc JPG, không quá 200 kB; không chọn tệp thì giữ biểu trưng đang dùng",
        widget=forms.FileInput(attrs={"accept": ".png,.jpg,.jpeg"}),
    )
    take_away = forms.BooleanField(label="Bỏ biểu trưng, dùng hình của Cổng", required=False)
    accent = forms.ChoiceField(
        label="Màu chính", choices=Office.Accent.choices, required=False, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, by: User, **options: Any) -> None:
        super().__init__(*args, **options)
        self.by = by

    def clean_emblem(self) -> Any:
        upload = self.cleaned_data["emblem"]
        if not upload:
            return None
        if upload.size > LARGEST:
            raise forms.ValidationError("Tệp lớn hơn 200 kB; thu nhỏ ảnh rồi chọn lại")
        try:
            file = receive(upload, by=self.by)
        except ValueError as fault:
            raise forms.ValidationError(str(fault)) from fault
        if file.mime not in PICTURES:
            file.erase()
            raise forms.ValidationError("Biểu trưng phải là ảnh PNG hoặc JPG")
        return file

    def keep(self, office: Office) -> None:
        """Earlier versions keep the emblem that they had."""
        if self.cleaned_data["take_away"]:
            office.emblem = None
        elif file := self.cleaned_data["emblem"]:
            office.emblem = file
        office.accent = self.cleaned_data["accent"]
        office.save(update_fields=["emblem", "accent"])
