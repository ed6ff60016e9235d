"""Phản ánh chính sách, nhận xét giám sát: as forms."""

from __future__ import annotations

import re
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from citizens.forms.choices import FieldField, as_of
from citizens.models import Case, PolicyIssue
from citizens.models.supervision import bodies_of
from portal.filters import Reader
from portal.forms import DateField, Form, LongTextField, TextField
from portal.people import Body
from portal.registers import code_typed

FACTS = (
    *("issue", "field", "proposal", "addressee", "number", "dated_on", "result", "answered_on"),
)


def text_box(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


class PolicyIssueForm(Form):
    issue = LongTextField(
        label="Vướng mắc",
        max_length=5_000,
        help_text="Điều khoản nào, gây khó thế nào; không ghi tên công dân",
        widget=text_box(4),
    )
    field = FieldField(required=False, empty_label="Chưa chọn lĩnh vực")
    cases = TextField(
        label="Vụ việc cho thấy vướng mắc",
        required=False,
        max_length=600,
        help_text="Số vụ việc, cách nhau bằng dấu phẩy, ví dụ KN-2026-0012, KNPA-2026-0003",
    )
    proposal = LongTextField(
        label="Kiến nghị sửa đổi", required=False, max_length=5_000, widget=text_box(3)
    )
    addressee = TextField(label="Gửi đến", required=False, max_length=200)
    number = TextField(label="Số văn bản", required=False, max_length=60)
    dated_on = DateField(label="Ngày văn bản", required=False)
    result = LongTextField(
        label="Kết quả",
        required=False,
        max_length=5_000,
        help_text="Cơ quan đó trả lời, sửa đổi thế nào",
        widget=text_box(3),
    )
    answered_on = DateField(label="Ngày có kết quả", required=False)

    layout = Layout(
        *("issue", "field", "cases", "proposal", "addressee"),
        Div("number", "dated_on", css_class="pair"),
        *("result", "answered_on"),
    )

    def __init__(
        self, *args: Any, reader: Reader, issue: PolicyIssue | None = None, **options: Any
    ) -> None:
        self.reader = reader
        seen = Case.objects.visible_to(reader.user, on=reader.on)
        self.seen = seen
        linked = issue.cases.all() if issue else Case.objects.none()
        self.unseen = list(linked.exclude(pk__in=seen.values("pk")))
        if issue:
            codes = linked.filter(pk__in=seen.values("pk")).values_list("code", flat=True)
            initial = {name: getattr(issue, name) for name in FACTS}
            initial["field"] = issue.field.code if issue.field else None
            options["initial"] = initial | {"cases": ", ".join(codes)}
        super().__init__(*args, **options)
        as_of(self, reader.on)
        for name in ("dated_on", "answered_on"):
            self.fields[name].latest = reader.on

    def clean_cases(self) -> list[Case]:
        """Cases that the writer sees; links to others stay as they are."""
        typed = [each for each in re.split(r"[\s,;]+", self.cleaned_data["cases"]) if each]
        codes = [code_typed(each) or each for each in typed]
        found = {case.code: case for case in self.seen.filter(code__in=codes)}
        if missing := [word for word, code in zip(typed, codes, strict=True) if code not in found]:
            raise forms.ValidationError(f"Không thấy vụ việc {', '.join(missing)}")
        return [*found.values(), *self.unseen]

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        sent = (data.get("number"), data.get("dated_on"))
        if any(sent) and not (all(sent) and data.get("addressee")):
            self.add_error("number", "Đã gửi thì ghi đủ nơi gửi, số và ngày văn bản")
        result, answered_on, dated_on = data.get("result"), data.get("answered_on"), sent[1]
        if bool(result) != bool(answered_on):
            self.add_error("answered_on", "Kết quả và ngày có kết quả ghi cùng nhau")
        elif answered_on and not (dated_on and dated_on <= answered_on):
            self.add_error("answered_on", "Ngày có kết quả không trước ngày văn bản đã gửi")
        return data

    def facts(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in FACTS}


class RemarkForm(Form):
    body = forms.ModelChoiceField(None, label="Tổ chức", empty_label=None, to_field_name="code")
    text = LongTextField(
        label="Nhận xét, kiến nghị",
        max_length=5_000,
        help_text="Giám đốc đọc và trả lời ngay dưới nhận xét này",
        widget=text_box(5),
    )

    def __init__(self, *args: Any, reader: Reader, **options: Any) -> None:
        super().__init__(*args, **options)
        mine = bodies_of(reader.user, on=reader.on)
        self.fields["body"].queryset = Body.objects.filter(pk__in=mine)
        self.fields["body"].initial = Body.objects.filter(pk__in=mine).first()


class ReplyForm(Form):
    text = LongTextField(label="Trả lời", max_length=5_000, widget=text_box(6))
