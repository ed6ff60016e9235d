"""Bringing in a file of rules: the file, read strictly."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portal.forms.base import Form
from portal.scoring import BrokenSet
from portal.scoring.versions import LoadedVersion

LARGEST = 800_000


class NewVersion(Form):
    file = forms.FileField(
        help_text="Tệp .toml; tải một tệp đang có về làm mẫu rồi sửa",
        widget=forms.FileInput(attrs={"accept": ".toml"}),
    )

    def __init__(self, *args: Any, model: type[LoadedVersion], **options: Any) -> None:
        super().__init__(*args, **options)
        self.model = model
        self.fields["file"].label = f"Tệp {model.noun.lower()}"

    def clean_file(self) -> str:
        """What the file says."""
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST:
            raise ValidationError("Tệp lớn hơn 800 kB; tệp này chỉ có chữ và số")
        try:
            text = upload.read().decode("utf-8-sig")
            self.model.read(text)
        except UnicodeDecodeError as fault:
            raise ValidationError(
                "Tệp không phải văn bản mã UTF-8; lưu lại với mã UTF-8"
            ) from fault
        except BrokenSet as refusal:
            raise ValidationError(str(refusal)) from refusal
        return text
