"""Files that staff attach: scans of letters, papers that came later, evidence of what was done."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from portal.attachments import EXTENSIONS, MAX_BYTES, File, receive

HINT = f"PDF, Word, Excel, ảnh JPG hoặc PNG; mỗi tệp không quá {MAX_BYTES // 2**20} MB."
MOST = 20


class FilesInput(forms.FileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Several files at once; ``received`` takes them in, each refusal naming its file."""

    widget = FilesInput(attrs={"accept": ",".join(EXTENSIONS)})

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": "Tệp đính kèm", "help_text": HINT} | options)

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        uploads = data if isinstance(data, list) else [data]
        if len(uploads) > MOST:
            raise ValidationError(f"Mỗi lần gửi không quá {MOST} tệp")
        return [
            upload for upload in (super(FilesField, self).clean(one) for one in uploads) if upload
        ]


def received(form: forms.Form, name: str, *, by: Any) -> list[File]:
    """Take in the files of one field; what is wrong with one stands at the field."""
    files = []
    for upload in form.cleaned_data.get(name) or ():
        try:
            files.append(receive(upload, by=by))
        except ValueError as refusal:
            form.add_error(name, str(refusal))
    return files
