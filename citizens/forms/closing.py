"""After a case is settled: its cause, and the national database: as forms."""

from __future__ import annotations

from typing import Any

from django import forms

from citizens.forms.desk_item import ItemForm
from citizens.models import Case, Cause
from portal.forms import ChoiceField, DateField, LongTextField


class NameCause(ItemForm):
    model, step = Case, "name_cause"

    code = ChoiceField(label="Nguyên nhân chính", choices=Cause.Code.choices)
    note = LongTextField(
        label="Ghi chú",
        required=False,
        max_length=2_000,
        help_text="Khâu nào, văn bản nào; điều gì nên thay đổi để không lặp lại",
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        if standing := Cause.objects.filter(case=self.subject).first():
            self.fields["code"].initial = standing.code
            self.fields["note"].initial = standing.note


class ReportNationally(ItemForm):
    model, step = Case, "report_nationally"

    reported_on = DateField(label="Ngày cập nhật", help_text="")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["reported_on"].latest = self.on
        self.fields["reported_on"].initial = self.on
