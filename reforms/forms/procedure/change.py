"""What is typed about a change: what sets it going, what it touches, the day of each step."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from portal.forms import ChoiceField, DateField, Form, LongTextField, TextField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.planning.base import PlanningForm, box
from portal.forms.references import InstrumentField
from reforms.forms.procedure.keeping import CodeField
from reforms.models import ChangedProcedure, Procedure, ProcedureArea, ProcedureChange
from reforms.models.change.vocabulary import Sort

OWN = ("sort", "title", "because", "promulgated_on", "effective_on", "shortened")


class CodesField(LongTextField):
    """Procedures of the catalogue by their codes, however they are divided."""

    def __init__(self, **options: Any) -> None:
        options = {
            "label": "Thủ tục bị tác động", "required": False, "widget": box(2),
            "help_text": "Mã các thủ tục trong danh mục, cách nhau bằng dấu phẩy hoặc xuống dòng",
        } | options  # fmt: skip
        super().__init__(**options)

    def clean(self, value: Any) -> list[Procedure]:  # type: ignore[override]  # rows, not words
        typed = super().clean(value).replace(";", "\n").replace(",", "\n").split()
        found = [known(code) for code in dict.fromkeys(typed)]
        return list({row.pk: row for row in found}.values())


def known(typed: str) -> Procedure:
    code = CodeField().clean(typed)
    row = Procedure.objects.filter(code=code.code).first()
    if row is None:
        raise ValidationError(f"Danh mục không có thủ tục {code.code}")
    return row


class HeadOfChange(Form):
    sort = ChoiceField(label="Loại biến động", choices=Sort.choices)
    title = LongTextField(label="Trích yếu", max_length=500, widget=box(2))
    instrument = InstrumentField(label="Văn bản làm phát sinh, số trong sổ", required=False)
    because = TextField(
        label="Văn bản làm phát sinh", required=False,
        help_text="Ghi khi văn bản chưa có trong sổ. Ví dụ: Quyết định số 120/QĐ-BNV",
    )  # fmt: skip
    promulgated_on = DateField(label="Ngày ban hành văn bản")
    effective_on = DateField(label="Ngày có hiệu lực")
    shortened = forms.BooleanField(label="Ban hành theo trình tự rút gọn", required=False)
    unit = AnyUnitField(label="Đơn vị soạn thảo")
    conditional = frozenset({"because"})

    layout: Any = Layout(
        "sort", "title", "instrument", "because",
        Div("promulgated_on", "effective_on", css_class="pair"), "shortened", "unit",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, effective = data.get("promulgated_on"), data.get("effective_on")
        if first and effective and effective < first:
            self.add_error("effective_on", "Ngày có hiệu lực đang trước ngày ban hành")
        if data.get("instrument"):
            data["because"] = data["instrument"].cited
        elif not data.get("because") and "instrument" not in self.errors:
            self.add_error("because", "Ghi văn bản, hoặc số của văn bản trong sổ")
        return data


class NewChange(HeadOfChange):
    procedures = CodesField()

    layout = Layout(*HeadOfChange.layout.fields, "procedures")

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        as_of(self, on)


class Edit(HeadOfChange, PlanningForm):
    model, step = ProcedureChange, "edit"

    def __init__(self, *args: Any, subject: ProcedureChange, **options: Any) -> None:
        before = {name: getattr(subject, name) for name in OWN} | {
            "unit": subject.unit.code,
            "instrument": subject.instrument.reference if subject.instrument else "",
        }
        options["initial"] = before | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)


class ChangeForm(PlanningForm):
    model = ProcedureChange


class Touch(ChangeForm):
    """A new procedure is described; a known one is named by its code."""

    step = "touch"

    code = CodeField()
    new_code = CodeField(
        label="Mã thủ tục thay thế", required=False, help_text="Ghi khi thủ tục được thay thế"
    )
    new_name = LongTextField(
        label="Tên thủ tục", max_length=1_000, required=False, widget=box(2),
        help_text="Ghi khi thủ tục mới ban hành",
    )  # fmt: skip
    area = TextField(label="Lĩnh vực", max_length=200, required=False)
    conditional = frozenset({"new_code", "new_name", "area"})

    def __init__(self, *args: Any, subject: ProcedureChange, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        unused = {Sort.NEW: ("new_code",), Sort.REPLACED: ("new_name", "area")}
        others = ("new_code", "new_name", "area")
        for name in unused.get(Sort(subject.sort), others):
            self.fields.pop(name)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        code = data.get("code")
        if code is None:
            return data
        row = Procedure.objects.filter(code=code.code).first()
        if self.subject.sort == Sort.NEW:
            self.clean_new(row, data)
        elif row is None:
            self.add_error("code", f"Danh mục không có thủ tục {code.code}")
        data["procedure"] = row
        return data

    def clean_new(self, row: Procedure | None, data: dict[str, Any]) -> None:
        if row is not None:
            self.add_error("code", f"Thủ tục {row.code} đã có trong danh mục")
        for name, words in (("new_name", "Ghi tên thủ tục mới"), ("area", "Ghi lĩnh vực")):
            if not data.get(name):
                self.add_error(name, words)

    def arguments(self) -> dict[str, Any]:
        data = self.cleaned_data
        if self.subject.sort == Sort.NEW:
            return {
                "new_code": data["code"].code, "new_name": data["new_name"],
                "area": ProcedureArea.objects.named(data["area"]),
            }  # fmt: skip
        successor = data.get("new_code")
        return {"procedure": data["procedure"], "new_code": successor.code if successor else ""}


class LetGo(ChangeForm):
    step = "let_go"

    touched = forms.ModelChoiceField(
        ChangedProcedure.objects.none(), label="Thủ tục", empty_label="Chọn thủ tục"
    )

    def __init__(self, *args: Any, subject: ProcedureChange, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        rows = subject.touched.select_related("procedure")
        self.fields["touched"].queryset = rows  # type: ignore[attr-defined]  # a choice of rows


class DayForm(ChangeForm):
    """The day on which something was done."""

    done_on = DateField(label="Ngày")

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        options["initial"] = {"done_on": on} | (options.get("initial") or {})
        super().__init__(*args, on=on, **options)

    def facts(self) -> list[tuple[str, str]]:
        rows = self.subject.passed(as_of=self.on)
        return [(row.words, row.standing.words) for row in rows if row.standing]


class NoteDraft(DayForm):
    step = "note_draft"


class NoteSubmission(DayForm):
    step = "note_submission"


class NoteEntry(DayForm):
    step = "note_entry"


class NotePosting(DayForm):
    step = "note_posting"


class NoteProcess(DayForm):
    step = "note_process"


class NoteDecision(ChangeForm):
    step = "note_decision"

    decision = TextField(
        label="Quyết định công bố", max_length=200,
        help_text="Số, ký hiệu và cơ quan. Ví dụ: Quyết định số 512/QĐ-UBND",
    )  # fmt: skip
    signed_on = DateField(label="Ngày ký")
    effective_on = DateField(
        label="Áp dụng từ ngày", required=False,
        help_text="Để trống khi đúng ngày có hiệu lực đã ghi",
    )  # fmt: skip

    def facts(self) -> list[tuple[str, str]]:
        rows = self.subject.touched.select_related("procedure")
        return [(str(self.subject.get_sort_display()), "\n".join(map(str, rows)))]


class Abandon(ChangeForm):
    step = "abandon"
    danger = True

    reason = TextField(label="Lý do", max_length=500)
