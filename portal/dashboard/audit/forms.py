"""What one asks the log."""

from __future__ import annotations

from typing import Any

from django import forms

from portal.dashboard.audit.rows import Question
from portal.forms.base import Form
from portal.forms.dates import DateField
from portal.forms.texts import TextField
from portal.people import User
from portal.registers import code_typed

EVERYBODY = "Mọi người"
ACTS, SIGHTS = "lam", "xem"


class QuestionForm(Form):
    so = TextField(label="Số đơn, vụ việc, lượt tiếp", max_length=40, required=False)
    nguoi = forms.ChoiceField(label="Người", required=False)
    tu = DateField(label="Từ ngày", required=False)
    den = DateField(label="Đến hết ngày", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        people: Any = self.fields["nguoi"]
        people.choices = [("", EVERYBODY), *User.objects.values_list("username", "full_name")]

    def clean_so(self) -> str:
        typed = self.cleaned_data["so"]
        if typed and not code_typed(typed):
            raise forms.ValidationError("Ghi số như trong sổ, ví dụ KN-2026-0012")
        return code_typed(typed)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("tu"), data.get("den")
        if first and last and last < first:
            self.add_error("den", "Ngày cuối đang trước ngày đầu")
        return data

    @property
    def question(self) -> Question:
        data = self.cleaned_data
        return Question(data["so"], data["nguoi"], data["tu"], data["den"])
