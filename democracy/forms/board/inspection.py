"""The plan of one inspection, its announcement and its results."""

from __future__ import annotations

from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy.forms.base import Plain, box, picked
from democracy.forms.board.base import OfTerm
from democracy.models import BoardInspection, BoardProgramme
from portal.forms import ChoiceField, DateField, Form, LongTextField, TextField, YesNoField
from portal.forms.dated_choices import AnyUnitField
from portal.forms.files import FilesField
from portal.text import day

KEPT = ("kind", "title", "plan", "starts_on", "ends_by")


class ProgrammeField(forms.ModelChoiceField):
    def __init__(self) -> None:
        super().__init__(
            BoardProgramme.objects.none(), label="Theo chương trình", required=False,
            empty_label="Không, việc đột xuất", to_field_name="code",
        )  # fmt: skip


class PlanOfInspection(Form):
    kind = ChoiceField(
        label="Hình thức",
        choices=BoardInspection.Kind.choices,
        initial=BoardInspection.Kind.INSPECTION,
    )
    inspected = AnyUnitField(label="Đơn vị được kiểm tra, giám sát")
    programme = ProgrammeField()
    title = TextField(label="Nội dung kiểm tra, giám sát", max_length=300)
    plan = LongTextField(
        label="Kế hoạch cụ thể",
        max_length=8_000,
        widget=box(5),
        help_text="Phạm vi, cách làm, thành phần, tài liệu đề nghị đơn vị chuẩn bị",
    )
    starts_on = DateField(
        label="Bắt đầu từ ngày", help_text="Đơn vị được báo trước ít nhất 5 ngày làm việc"
    )
    ends_by = DateField(label="Đến hết ngày")

    layout = Layout(
        *("kind", "inspected", "programme", "title", "plan"),
        Div("starts_on", "ends_by", css_class="pair"),
    )

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("starts_on"), data.get("ends_by")
        if first and last and last < first:
            self.add_error("ends_by", "Ngày cuối đang trước ngày bắt đầu")
        return data


class NewInspection(PlanOfInspection, OfTerm):
    layout = Layout("term", *PlanOfInspection.layout.fields)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        terms = self.fields["term"].queryset
        self.fields["programme"].queryset = BoardProgramme.objects.filter(term__in=terms)


class Edit(PlanOfInspection, Plain):
    model, step = BoardInspection, "edit"

    def __init__(self, *args: Any, subject: BoardInspection, **options: Any) -> None:
        before: dict[str, Any] = {name: getattr(subject, name) for name in KEPT}
        before["inspected"] = subject.inspected.code
        before["programme"] = subject.programme and subject.programme.code
        options["initial"] = before | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)
        self.fields["programme"].queryset = BoardProgramme.objects.filter(term=subject.term_id)


class Notify(Plain):
    model, step = BoardInspection, "notify"

    told_representative = YesNoField(label="Đã báo cáo tổ chức đại diện về kế hoạch này")
    untold_because = TextField(
        label="Lý do chưa báo cáo",
        required=False,
        max_length=300,
        help_text="Ghi khi chọn “Không”, ví dụ: tổ chức này không còn",
    )
    conditional = frozenset({"untold_because"})

    def facts(self) -> list[tuple[str, str]]:
        one = self.subject
        told = [("Đơn vị", str(one.inspected)), ("Bắt đầu", day(one.starts_on))]
        return [*told, ("Thông báo chậm nhất", day(one.notify_due))] if one.notify_due else told


class PutOff(Plain):
    model, step = BoardInspection, "put_off"

    starts_on = DateField(label="Bắt đầu từ ngày")
    ends_by = DateField(label="Đến hết ngày")
    reason = TextField(label="Lý do", max_length=300, help_text="Đơn vị được thông báo lại")


class WriteResults(Plain):
    model, step = BoardInspection, "write_results"

    results = LongTextField(
        label="Kết quả",
        max_length=20_000,
        widget=box(8),
        help_text="Công chức, viên chức, người lao động của đơn vị đọc được; không ghi nội dung tố"
        " cáo và tên người cung cấp thông tin",
    )
    file_sent = FilesField(label="Văn bản kết quả", required=False)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["file"] = picked(self, "file_sent")
        return data

    def arguments(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("results", "file")}


class CallOff(Plain):
    model, step = BoardInspection, "call_off"
    danger = True

    reason = TextField(
        label="Lý do", max_length=300, help_text="Ví dụ: Ban hoặc đơn vị đã kết thúc hoạt động"
    )
