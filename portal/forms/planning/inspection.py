"""A superior inspected the office: what it found, and what it asks for."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from portal.forms.base import Form
from portal.forms.choices import ChoiceField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.dates import DateField
from portal.forms.planning.base import box
from portal.forms.planning.plan import instruments_in
from portal.forms.texts import LongTextField, TextField
from portal.planning.plans import Programme

LONGEST = 5_000


class InspectionForm(Form):
    title = TextField(
        label="Trích yếu", help_text="Ví dụ: Thực hiện kết luận kiểm tra công tác tiếp công dân"
    )
    programme = ChoiceField(
        label="Lĩnh vực công tác", choices=[("", "Chọn"), *Programme.choices], widget=forms.Select
    )
    team = TextField(label="Đoàn kiểm tra", help_text="Ví dụ: Đoàn kiểm tra số 1 của Tỉnh ủy")
    notice = TextField(
        label="Thông báo kết luận",
        max_length=600,
        help_text="Như trong văn bản, có số, ký hiệu và ngày",
    )
    met_on = DateField(label="Ngày làm việc")
    coordinating_unit = AnyUnitField(label="Đơn vị theo dõi, tổng hợp")
    present = LongTextField(label="Thành phần", required=False, max_length=LONGEST, widget=box(2))
    strengths = LongTextField(label="Ưu điểm", required=False, max_length=LONGEST, widget=box(4))
    limits = LongTextField(
        label="Khó khăn, hạn chế", required=False, max_length=LONGEST, widget=box(4)
    )
    asks = LongTextField(
        label="Yêu cầu của đoàn",
        max_length=20_000,
        help_text="Mỗi dòng một yêu cầu; mỗi yêu cầu thành một nhiệm vụ để giao và theo dõi",
        widget=box(6),
    )

    layout = Layout(
        "title",
        Div("programme", "coordinating_unit", css_class="pair"),
        "team",
        "notice",
        "met_on",
        *("present", "strengths", "limits", "asks"),
    )

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["met_on"].latest = on
        as_of(self, on)

    def clean_asks(self) -> list[str]:
        lines = (line.strip(" -+•;") for line in self.cleaned_data["asks"].splitlines())
        asks = [line for line in lines if line]
        if any(len(ask) > LONGEST for ask in asks):
            raise forms.ValidationError("Mỗi yêu cầu dài nhất 5.000 ký tự")
        return asks

    def facts(self) -> dict[str, Any]:
        """What the verb is told; the notice is linked where the register knows it."""
        named = instruments_in(self.cleaned_data["notice"])
        return self.cleaned_data | {"ordered_by": named[0] if len(named) == 1 else None}
