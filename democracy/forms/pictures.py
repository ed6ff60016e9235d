"""One photograph and its caption."""

from __future__ import annotations

from typing import Any

from django import forms

from democracy.forms.base import Plain, picked
from portal.forms import TextField
from portal.forms.files import FilesField
from portal.workflow import Refused


class WithPicture(Plain):
    picture_sent = FilesField(
        label="Ảnh",
        help_text="Ảnh JPG hoặc PNG, không quá 10 MB",
        widget=forms.FileInput(attrs={"accept": ".jpg,.jpeg,.png"}),
    )
    caption = TextField(label="Chú thích", max_length=300, help_text="Ai, làm gì, ở đâu, ngày nào")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        file = None if self.errors else picked(self, "picture_sent")
        if file and not file.is_image:
            self.add_error("picture_sent", "Chỉ nhận ảnh JPG hoặc PNG")
        data["file"] = file
        return data

    def arguments(self) -> dict[str, Any]:
        if not self.cleaned_data["file"]:
            raise Refused("Chọn một ảnh.", field="picture_sent")
        return {name: self.cleaned_data[name] for name in ("file", "caption")}
