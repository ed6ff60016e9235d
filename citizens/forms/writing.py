"""A Word file that comes back as the next version."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.files.storage import default_storage

from portal.attachments import MAX_BYTES, File, receive
from portal.attachments.sniffing import DOCX
from portal.documents.reading import Unreadable, opened
from portal.forms.base import Form


class SendBack(Form):
    word = forms.FileField(
        label="Bản Word đã sửa",
        help_text=f"Tệp DOCX, không quá {MAX_BYTES // 2**20} MB.",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )

    def received(self, *, by: Any) -> tuple[File, bytes] | None:
        """The file taken in; what is wrong with it stands at the field."""
        upload = self.cleaned_data["word"]
        try:
            file = receive(upload, by=by)
            if file.mime != DOCX:
                raise Unreadable(f"Tệp “{file.name}” không phải tệp Word (DOCX).")
            with default_storage.open(file.path) as stored:
                content = stored.read()
            opened(content, file.name)
        except ValueError as problem:
            self.add_error("word", str(problem))
            return None
        return file, content
