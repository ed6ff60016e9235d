"""Đối thoại với công dân: what was asked, answered and promised."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms

from portal.activities import Dialogue
from portal.activities.opinions import names_a_person
from portal.forms.activities.base import AROUND, EntryForm, OfEntry, Strike, box, count, pair
from portal.forms.dated_choices import AnyUnitField
from portal.forms.dates import DateField
from portal.forms.texts import LongTextField, TextField

NAMELESS = "Không ghi họ tên, địa chỉ, số điện thoại của người hỏi"


class NoteDialogue(EntryForm):
    model = Dialogue
    title = TextField(label="Chủ đề đối thoại")
    unit = AnyUnitField(label="Đơn vị tổ chức")
    chaired_by = TextField(label="Người chủ trì", max_length=200)
    place = TextField(label="Địa điểm", max_length=200)
    audience = TextField(label="Thành phần công dân, tổ chức dự")
    people = count("Số người dự")
    result = LongTextField(label="Kết luận của người chủ trì", required=False, widget=box(4))

    layout = Layout(
        "programme", "title", pair("from_on", "unit"), pair("chaired_by", "place"), "audience",
        "people", "result", *AROUND,
    )  # fmt: skip


class AmendDialogue(NoteDialogue):
    step = "amend"


class StrikeDialogue(Strike):
    model = Dialogue


class AddQuestion(OfEntry):
    model = Dialogue
    step = "add_question"
    text = LongTextField(
        label="Câu hỏi, kiến nghị", max_length=5_000, widget=box(4), help_text=NAMELESS
    )
    answer = LongTextField(
        label="Trả lời tại chỗ", required=False, max_length=5_000, widget=box(4),
        help_text="Chưa trả lời được thì để trống, ghi sau",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        for name in ("text", "answer"):
            if names_a_person(data.get(name) or ""):
                self.add_error(name, "Có số điện thoại, số giấy tờ hoặc địa chỉ thư; bỏ đi rồi ghi")
        return data


class AnswerQuestion(OfEntry):
    model = Dialogue
    step = "answer_question"
    question: Any = forms.ModelChoiceField(None, label="Câu hỏi", empty_label="Chọn câu hỏi")
    answer = LongTextField(label="Trả lời", max_length=5_000, widget=box(5))

    def __init__(self, *args: Any, subject: Any, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        self.fields["question"].queryset = subject.questions.unanswered()


class MakePromise(OfEntry):
    model = Dialogue
    step = "promise"
    text = LongTextField(label="Nội dung cam kết với công dân", max_length=2_000, widget=box(3))
    unit = AnyUnitField(label="Đơn vị thực hiện")
    due_on = DateField(label="Hạn thực hiện")

    layout = Layout("text", pair("unit", "due_on"))

    def __init__(self, *args: Any, subject: Any, on: date, **options: Any) -> None:
        options["initial"] = {"unit": subject.unit.code} | (options.get("initial") or {})
        super().__init__(*args, subject=subject, on=on, **options)


class KeepPromise(OfEntry):
    model = Dialogue
    step = "keep_promise"
    promise: Any = forms.ModelChoiceField(None, label="Cam kết", empty_label="Chọn cam kết")
    kept_on = DateField(label="Ngày thực hiện")
    result = LongTextField(label="Kết quả", max_length=2_000, widget=box(3))

    def __init__(self, *args: Any, subject: Any, on: date, **options: Any) -> None:
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["promise"].queryset = subject.promises.open()
        self.fields["kept_on"].latest = on
