"""What a reader of a submission types beside its own text."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.forms.base import Form
from portal.forms.dates import DateField
from portal.forms.texts import LongTextField


class ReadingForm(Form):
    """A reason for handing back; the day and scan of a signature on paper."""

    reason = LongTextField(label="Lý do trả lại", required=False, max_length=2000)
    signed_on = DateField(label="Đã ký trên giấy ngày", required=False)
    scan = forms.FileField(label="Bản chụp trang có chữ ký", required=False)

    def __init__(self, *args: Any, verdict: str = "", **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reason"].required = verdict == "hand_back"
