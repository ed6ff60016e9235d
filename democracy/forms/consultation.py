"""The plan of a consultation, an opinion, its answer, the summary."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy import items
from democracy.forms.base import CircleForm, Plain, box, boxes, own_unit, picked
from democracy.models import Consultation, Opinion
from portal.forms import ChoiceField, DateField, Form, LongTextField, TextField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.files import FilesField
from portal.planning.plans import Programme
from portal.text import day

LONGEST_OPINION = 5_000


class HeadOfConsultation(CircleForm, Form):
    item = ChoiceField(
        label="Nội dung lấy ý kiến",
        choices=[("", "Chọn nội dung"), *items.choices(items.CONSULTED)],
        widget=forms.Select,
    )
    title = TextField(label="Việc cần lấy ý kiến")
    text = LongTextField(label="Điều cần hỏi", max_length=10_000, widget=box(6))
    forms = boxes("Hình thức", items.FORMS_OF_CONSULTATION, initial=["cong"])
    closes_on = DateField(label="Nhận ý kiến đến hết ngày")
    unit = AnyUnitField(label="Đơn vị chủ trì")
    file_sent = FilesField(label="Dự thảo", required=False)

    layout = Layout(
        "item", "title", "text", "file_sent", "forms",
        Div("closes_on", "unit", css_class="pair"), "circle", "units",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        data["file"] = picked(self, "file_sent")
        return data

    def arguments(self) -> dict[str, Any]:
        return {name: each for name, each in self.cleaned_data.items() if name != "file_sent"}


class NewConsultation(HeadOfConsultation):
    def __init__(self, *args: Any, by: Any, on: date, plan: Any = None, **options: Any) -> None:
        self.by, self.plan = by, plan
        unit = own_unit(by, on=on)
        told = {"unit": unit and unit.code} | (about(plan) if plan else {})
        super().__init__(*args, initial=told, **options)
        self.fields["closes_on"].earliest = on
        as_of(self, on)

    def arguments(self) -> dict[str, Any]:
        return super().arguments() | {"plan": self.plan}


def about(plan: Any) -> dict[str, Any]:
    """What is asked about the draft of a plan: 53.3 for emulation, else 53.2."""
    return {
        "item": "53.3" if plan.programme == Programme.EMULATION else "53.2",
        "title": f"Dự thảo {plan.get_kind_display().lower()}: {plan.title}"[:300],
        "text": "Đề nghị góp ý vào mục tiêu, nhiệm vụ, thời gian và phân công của dự thảo.",
    }


class Edit(HeadOfConsultation, Plain):
    model, step = Consultation, "edit"

    def __init__(self, *args: Any, subject: Consultation, on: date, **options: Any) -> None:
        names = ("item", "title", "text", "forms", "closes_on", "circle")
        options["initial"] = (
            {name: getattr(subject, name) for name in names}
            | {"unit": subject.unit.code, "units": [unit.code for unit in subject.units.all()]}
            | (options.get("initial") or {})
        )
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["closes_on"].earliest = on

    def arguments(self) -> dict[str, Any]:
        data = super().arguments()
        return data | {"file": data["file"] or self.subject.file}


class Consult(Plain):
    model, step = Consultation, "consult"

    note = LongTextField(label="Ghi chú", required=False, max_length=2_000, widget=box(2))

    def facts(self) -> list[tuple[str, str]]:
        asked = self.subject
        return [
            ("Nội dung", f"{asked.kind.words} ({asked.kind.article})"),
            ("Điều cần hỏi", asked.text),
            ("Hình thức", "; ".join(asked.forms_words)),
            ("Nhận ý kiến đến hết ngày", day(asked.closes_on)),
            ("Dành cho", asked.circle_words),
            ("Người chịu trách nhiệm", str(asked.officer)),
        ]


class Comment(Plain):
    model, step = Consultation, "comment"

    text = LongTextField(label="Ý kiến", max_length=LONGEST_OPINION, widget=box(6))


class NoteOpinion(Plain):
    model, step = Consultation, "note_opinion"

    source = TextField(
        label="Nêu ở đâu",
        max_length=200,
        help_text="Cuộc họp, phiếu, tổ công đoàn; ghi tên người nêu chỉ khi họ đồng ý",
    )
    text = LongTextField(label="Ý kiến", max_length=LONGEST_OPINION, widget=box(5))


class AnswerOpinion(Plain):
    model, step = Consultation, "answer_opinion"

    opinion = forms.ModelChoiceField(
        Opinion.objects.none(), label="Ý kiến", empty_label="Chọn ý kiến"
    )
    disposition = ChoiceField(label="Kết quả", choices=Opinion.Disposition.choices)
    answer = LongTextField(
        label="Tiếp thu thế nào, giải trình ra sao", max_length=LONGEST_OPINION, widget=box(4)
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        field = self.fields["opinion"]
        field.queryset = self.subject.opinions.unanswered()
        field.label_from_instance = lambda row: f"{day(row.given_on)}: {row.text[:90]}"


class SumUp(Plain):
    model, step = Consultation, "sum_up"

    summary = LongTextField(
        label="Tổng hợp, giải trình, tiếp thu",
        max_length=20_000,
        widget=box(8),
        help_text="Bản này được đăng cho mọi người trong phạm vi lấy ý kiến",
    )

    def facts(self) -> list[tuple[str, str]]:
        rows = self.subject.opinions.all()
        return [(row.get_disposition_display(), f"{row.text}\n→ {row.answer}") for row in rows]


class AnonymousOpinion(Form):
    """Dropped into the box; nothing else is asked."""

    text = LongTextField(label="Ý kiến", max_length=LONGEST_OPINION, widget=box(7))
