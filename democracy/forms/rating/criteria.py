"""Bringing in a criteria set: a file, read strictly."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portal.forms.base import Form
from portal.scoring import BrokenSet, read_set

LARGEST = 800_000


class NewCriteria(Form):
    """``text`` is what the file says."""

    file = forms.FileField(
        label="Tệp bộ tiêu chí",
        help_text="Tệp .toml; tải một bộ đang có về làm mẫu rồi sửa",
        widget=forms.FileInput(attrs={"accept": ".toml"}),
    )

    def clean_file(self) -> Any:
        upload = self.cleaned_data["file"]
        if upload.size > LARGEST:
            raise ValidationError("Tệp lớn hơn 800 kB; bộ tiêu chí chỉ có chữ và số")
        try:
            self.text = upload.read().decode("utf-8-sig")
            read_set(self.text)
        except UnicodeDecodeError as fault:
            raise ValidationError(
                "Tệp không phải văn bản mã UTF-8; lưu lại với mã UTF-8"
            ) from fault
        except BrokenSet as refusal:
            raise ValidationError(str(refusal)) from refusal
        return upload
