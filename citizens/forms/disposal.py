"""Lưu giữ, tiêu hủy; yêu cầu về dữ liệu cá nhân: as forms."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from citizens.forms.choices import UnitField, as_of
from citizens.models import DataRequest
from citizens.models.legal_hold import is_held
from citizens.models.retention import find
from citizens.personal import KINDS
from portal.forms import ChoiceField, DateField, Form, LongTextField, TextField


class Propose(Form):
    kind = ChoiceField(label="Loại hồ sơ", choices=[(kind.code, kind.label) for kind in KINDS])

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)


class Reason(Form):
    reason = TextField(label="Lý do", max_length=300)


class Hold(Form):
    code = TextField(
        label="Số đơn, vụ việc, lượt tiếp, buổi tiếp",
        max_length=24,
        help_text="Giữ một thì giữ mọi đơn, vụ việc, lượt tiếp của cùng sự việc",
    )
    reason = TextField(
        label="Lý do giữ lại",
        max_length=300,
        help_text="Ví dụ: Tòa án đã thụ lý; công văn số 12/TA ngày 05/8/2026",
    )

    def clean_code(self) -> Any:
        """The record itself; a denunciation has nothing here to be held."""
        record = find(self.cleaned_data["code"].strip().upper())
        if record is None:
            raise forms.ValidationError("Không có đơn, vụ việc, buổi tiếp, lượt tiếp số này.")
        if is_held(record):
            raise forms.ValidationError("Hồ sơ này đang được giữ lại.")
        return record


class Register(Form):
    received_on = DateField(label="Ngày nhận")
    right = ChoiceField(label="Yêu cầu", choices=DataRequest.Right.choices)
    name = TextField(label="Họ và tên người yêu cầu", max_length=200)
    contact = TextField(label="Địa chỉ, điện thoại liên hệ", required=False, max_length=300)
    about = LongTextField(label="Nội dung yêu cầu", max_length=5_000)
    unit = UnitField(label="Đơn vị trả lời")
    layout = Layout(
        Div("received_on", "right", css_class="pair"), "name", "contact", "about", "unit"
    )

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        as_of(self, on)
        fields: Any = self.fields
        fields["received_on"].latest = on


class Answer(Form):
    answered_on = DateField(label="Ngày trả lời")
    result = ChoiceField(label="Kết quả", choices=DataRequest.Result.choices)
    answer = LongTextField(
        label="Đã cung cấp, đã làm gì",
        max_length=5_000,
        help_text="Tên tài liệu đã giao, dữ liệu đã sửa, đã xóa; từ chối thì ghi căn cứ",
    )

    def __init__(self, *args: Any, subject: DataRequest, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        days: Any = self.fields["answered_on"]
        days.earliest, days.latest = subject.received_on, on
