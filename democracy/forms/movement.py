"""A movement: its draft, its rounds, who takes part, what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from democracy.award_regulation import Sort
from democracy.forms.base import Plain, box, own_unit
from democracy.models import AwardRegulation, Enrolment, Movement
from democracy.models.movement.movement import LaunchForm, Subjects
from portal.forms import (
    ChoiceField,
    DateField,
    Form,
    LongTextField,
    NumberField,
    TextField,
    YesNoField,
)
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.references import InstrumentField, ShareField

OWN = ("title", "occasion", "subjects", "content", "criteria", "launch_form", "from_on", "to_on",
       "awards", "most_collectives", "most_persons")  # fmt: skip
LIMIT = "Phần trăm số đã đăng ký; để trống khi không giới hạn"


class HeadOfMovement(Form):
    title = TextField(label="Tên phong trào")
    occasion = TextField(label="Nhân dịp, lý do", required=False)
    subjects = ChoiceField(label="Đối tượng", choices=Subjects.choices, initial=Subjects.BOTH)
    content = LongTextField(label="Nội dung thi đua", widget=box(4), max_length=5_000)
    criteria = LongTextField(
        label="Tiêu chí",
        widget=box(3),
        max_length=5_000,
        help_text="Mỗi dòng một tiêu chí đo được",
    )
    launch_form = ChoiceField(label="Cách phát động", choices=LaunchForm.choices)
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày")
    instrument = InstrumentField(label="Văn bản phát động", required=False)
    awards = LongTextField(
        label="Khen thưởng dự kiến", required=False, widget=box(2), max_length=2_000
    )
    most_collectives = NumberField(
        label="Tập thể được khen, tối đa %", required=False, min_value=0, max_value=100,
        help_text=LIMIT,
    )  # fmt: skip
    most_persons = NumberField(
        label="Cá nhân được khen, tối đa %", required=False, min_value=0, max_value=100,
        help_text=LIMIT,
    )  # fmt: skip
    unit = AnyUnitField(label="Đơn vị theo dõi, tổng hợp")

    layout = Layout(
        "title", "occasion", "subjects", "content", "criteria", "launch_form",
        Div("from_on", "to_on", css_class="pair"), "instrument", "awards",
        Div("most_collectives", "most_persons", css_class="pair"), "unit",
    )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        first, last = data.get("from_on"), data.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", "Ngày cuối đang trước ngày đầu")
        return data


class NewMovement(HeadOfMovement):
    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        unit = own_unit(by, on=on)
        super().__init__(*args, initial={"unit": unit and unit.code}, **options)
        as_of(self, on)


class Edit(HeadOfMovement, Plain):
    model, step = Movement, "edit"

    def __init__(self, *args: Any, subject: Movement, **options: Any) -> None:
        before = {name: getattr(subject, name) for name in OWN} | {
            "unit": subject.unit.code,
            "instrument": subject.instrument.reference if subject.instrument else "",
        }
        options["initial"] = before | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)


class MovementForm(Plain):
    model = Movement


class Launch(MovementForm):
    step = "launch"

    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=2_000, widget=box(3))

    def texts(self) -> list[tuple[str, str]]:
        return [("Nội dung thi đua", self.subject.content), ("Tiêu chí", self.subject.criteria)]


class AddRound(MovementForm):
    step = "add_round"

    name = TextField(label="Tên đợt", max_length=200, help_text="Ví dụ: Đợt 1, chào mừng 30/4")
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày")
    content = LongTextField(label="Nội dung", required=False, max_length=3_000, widget=box(3))


class PlanClosing(MovementForm):
    step = "plan_closing"

    closing_on = DateField(
        label="Ngày hội nghị tổng kết",
        help_text="Đề nghị khen thưởng theo phong trào gửi trước ngày này, theo quy định",
    )

    def __init__(self, *args: Any, subject: Movement, on: date, **options: Any) -> None:
        options["initial"] = {"closing_on": subject.closing_on} | (options.get("initial") or {})
        super().__init__(*args, subject=subject, on=on, **options)
        self.fields["closing_on"].earliest = on


class LinkTask(MovementForm):
    step = "link_task"

    share = ShareField(
        required=True,
        help_text="Việc mà phong trào thúc đẩy, ví dụ NV-2026-0001-01-01",
    )

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, by=by, on=on, **options)
        self.fields["share"].seen_by(by, on=on)


class LinkMovement(MovementForm):
    step = "link_movement"

    other = TextField(label="Phong trào số", max_length=24, help_text="Ví dụ: PT-2026-0001")

    def clean_other(self) -> Movement:
        typed = self.cleaned_data["other"]
        known = Movement.objects.visible_to(self.by, on=self.on)
        found = known.filter(code__iexact=typed).first()
        if found is None:
            raise ValidationError(f"Không thấy phong trào số {typed}")
        return found


class Enrol(MovementForm):
    step = "enrol"

    unit = AnyUnitField()
    person_name = TextField(
        label="Họ tên", required=False, max_length=120,
        help_text="Ghi khi đăng ký cho cá nhân; để trống là cả đơn vị",
    )  # fmt: skip
    title = ChoiceField(label="Danh hiệu đăng ký", choices=(), widget=forms.Select)
    goal = LongTextField(
        label="Chỉ tiêu", max_length=3_000, widget=box(3), help_text="Việc gì, bao nhiêu, khi nào"
    )
    conditional = frozenset({"person_name"})

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        own = own_unit(by, on=on)
        options["initial"] = {"unit": own and own.code} | (options.get("initial") or {})
        super().__init__(*args, by=by, on=on, **options)
        titles = titles_on(on)
        self.fields["title"].choices = [("", "Chọn"), *((name, name) for name in titles)]


def titles_on(on: date) -> list[str]:
    """Titles of the regulations in force, and taking part as such."""
    found = [
        award.name
        for row in AwardRegulation.objects.in_force(as_of=on)
        for award in row.value.awards
        if award.sort == Sort.TITLE
    ]
    return [*dict.fromkeys(found), "Hoàn thành chỉ tiêu phong trào"]


class OfOneEnrolment(MovementForm):
    enrolment = forms.ModelChoiceField(
        Enrolment.objects.none(), label="Đăng ký của", empty_label="Chọn"
    )

    def __init__(self, *args: Any, subject: Movement, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, subject=subject, by=by, on=on, **options)
        rows = subject.enrolments.standing().kept_by(by, on=on).select_related("unit")
        self.fields["enrolment"].queryset = rows


class Withdraw(OfOneEnrolment):
    step = "withdraw"
    danger = True

    reason = TextField(label="Lý do")


class NoteResult(OfOneEnrolment):
    step = "note_result"

    result = LongTextField(
        label="Kết quả", max_length=3_000, widget=box(4),
        help_text="So với chỉ tiêu đã đăng ký: bao nhiêu, số và ngày văn bản nếu có",
    )  # fmt: skip
    reached = YesNoField(label="Đạt chỉ tiêu đã đăng ký?", yes="Đạt", no="Chưa đạt")


class SumUp(MovementForm):
    step = "sum_up"

    summary = LongTextField(label="Tổng kết", max_length=10_000, widget=box(6))

    def facts(self) -> list[tuple[str, str]]:
        rows = self.subject.enrolments.standing()
        return [
            ("Đăng ký", str(rows.count())),
            ("Đạt", str(rows.filter(reached=True).count())),
            ("Chưa ghi kết quả", str(rows.filter(result_on=None).count())),
        ]
