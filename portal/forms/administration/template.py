"""A template of the office: the file, from which day, by which decision."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from portal.attachments import MAX_BYTES, File, receive
from portal.attachments.sniffing import DOCX
from portal.documents.forms import Form as DocumentForm
from portal.documents.templates import Faulty, OfficeTemplate
from portal.forms.base import Form
from portal.forms.dates import DateField
from portal.forms.texts import TextField
from portal.people import User
from portal.text import day


class TemplateForm(Form):
    file = forms.FileField(
        label="Mẫu Word của cơ quan",
        help_text=f"Tệp DOCX, không quá {MAX_BYTES // 2**20} MB.",
        widget=forms.FileInput(attrs={"accept": ".docx"}),
    )
    valid_from = DateField(label="Dùng từ ngày", help_text="Văn bản soạn trước ngày này giữ mẫu cũ")
    decision = TextField(label="Theo văn bản", max_length=200)

    def __init__(self, *args: Any, document: DocumentForm, **options: Any) -> None:
        super().__init__(*args, **options)
        self.document = document

    def clean_valid_from(self) -> date:
        since = self.cleaned_data["valid_from"]
        taken = OfficeTemplate.objects.filter(code=self.document.code, valid_from=since)
        if taken.exists():
            raise forms.ValidationError(f"Đã có mẫu dùng từ ngày {day(since)}; chọn ngày khác")
        return since

    def brought_in(self, *, by: User, on: date) -> OfficeTemplate | None:
        """The template; every fault of it stands at the file."""
        data = self.cleaned_data
        try:
            file = self.received(by=by)
            facts = {"valid_from": data["valid_from"], "decision": data["decision"]}
            return OfficeTemplate.bring_in(self.document, file, by=by, on=on, **facts)
        except Faulty as faulty:
            for fault in faulty.faults:
                self.add_error("file", str(fault))
        except ValueError as problem:
            self.add_error("file", str(problem))
        return None

    def received(self, *, by: User) -> File:
        file = receive(self.cleaned_data["file"], by=by)
        if file.mime != DOCX:
            raise ValueError(f"Tệp “{file.name}” không phải tệp Word (DOCX).")
        return file
