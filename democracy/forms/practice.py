"""Enrolling a practice, telling how it goes, recognising it, doing the same."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from democracy.forms.base import Plain, box, boxes, own_unit
from democracy.forms.pictures import WithPicture
from democracy.models import Practice
from democracy.models.practice.vocabulary import (
    CRITERIA,
    Area,
    Holder,
    Kind,
    Level,
    Mobilisation,
)
from portal.forms import ChoiceField, DateField, Form, LongTextField, NumberField, TextField
from portal.forms.dated_choices import AnyUnitField, BodyField, FieldField, as_of
from portal.forms.decision import Decided
from portal.forms.references import ShareField

MOST = 10_000_000
MOST_MONEY = 999_999_999
OWN = ("kind", "title", "holder", "person_name", "in_charge", "area", "mobilisation", "serves",
       "reason", "goals", "content", "place", "beneficiaries", "forces", "money", "labour_days",
       "in_kind", "planned_reach", "from_on", "to_on")  # fmt: skip


def people(label: str, **options: Any) -> NumberField:
    return NumberField(label=label, required=False, min_value=0, max_value=MOST, **options)


class HeadOfPractice(Form):
    """In the order of the enrolment forms of several provinces."""

    kind = ChoiceField(label="Loại", choices=Kind.choices)
    title = TextField(label="Tên mô hình, sáng kiến hoặc điển hình")
    holder = ChoiceField(label="Của", choices=Holder.choices, initial=Holder.COLLECTIVE)
    person_name = TextField(
        label="Họ tên", required=False, max_length=120, help_text="Ghi khi là của cá nhân"
    )
    unit = AnyUnitField(label="Đơn vị thực hiện")
    cell = BodyField(label="Tổ chức đảng, đoàn thể cùng thực hiện", required=False,
                     empty_label="Không")  # fmt: skip
    in_charge = TextField(label="Người phụ trách", max_length=120)
    serves = TextField(
        label="Nhiệm vụ chuyên môn, cải cách hành chính mà mô hình phục vụ",
        max_length=500,
        help_text="Việc của đơn vị sẽ tốt hơn nhờ mô hình này",
    )
    share = ShareField()
    field = FieldField(label="Lĩnh vực quản lý")
    area = ChoiceField(
        label="Lĩnh vực dân vận", choices=[("", "Chọn"), *Area.choices], widget=forms.Select
    )
    mobilisation = ChoiceField(
        label="Loại hình dân vận",
        choices=[("", "Chọn"), *Mobilisation.choices],
        widget=forms.Select,
    )
    reason = LongTextField(label="Vì sao cần làm", required=False, widget=box(2), max_length=3_000)
    goals = LongTextField(
        label="Mục tiêu, chỉ tiêu đo được", widget=box(3), max_length=3_000,
        help_text="Ghi bằng con số: từ bao nhiêu đến bao nhiêu, khi nào",
    )  # fmt: skip
    content = LongTextField(label="Nội dung, cách làm", widget=box(4), max_length=5_000)
    place = TextField(label="Nơi thực hiện")
    beneficiaries = TextField(label="Ai được hưởng lợi")
    planned_reach = people("Số người dự kiến được hưởng lợi")
    forces = TextField(label="Lực lượng phối hợp", required=False, max_length=500)
    money = NumberField(label="Kinh phí, đồng", required=False, min_value=0, max_value=MOST_MONEY)
    labour_days = people("Ngày công")
    in_kind = TextField(label="Hiện vật, nguồn lực khác", required=False)
    from_on = DateField(label="Thực hiện từ ngày")
    to_on = DateField(label="Đến hết ngày", required=False, help_text="Để trống: không định trước")

    layout = Layout(
        "kind", "title", "holder", "person_name", Div("unit", "cell", css_class="pair"),
        "in_charge", "serves", "share", "field", Div("area", "mobilisation", css_class="pair"),
        "reason", "goals", "content", Div("place", "beneficiaries", css_class="pair"),
        "planned_reach", "forces", Div("money", "labour_days", css_class="pair"), "in_kind",
        Div("from_on", "to_on", css_class="pair"),
    )  # fmt: skip
    conditional = frozenset({"person_name"})

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("holder") == Holder.PERSON and not data.get("person_name"):
            self.add_error("person_name", "Ghi họ tên người thực hiện")
        if data.get("holder") == Holder.COLLECTIVE:
            data["person_name"] = ""
        first, last = data.get("from_on"), data.get("to_on")
        if first and last and last < first:
            self.add_error("to_on", "Ngày cuối đang trước ngày đầu")
        return data


class NewPractice(HeadOfPractice):
    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        unit = own_unit(by, on=on)
        super().__init__(*args, initial={"unit": unit and unit.code, "from_on": on}, **options)
        self.fields["share"].seen_by(by, on=on)
        as_of(self, on)


class Edit(HeadOfPractice, Plain):
    model, step = Practice, "edit"

    def __init__(self, *args: Any, subject: Practice, by: Any, on: date, **options: Any) -> None:
        options["initial"] = answers_of(subject) | (options.get("initial") or {})
        super().__init__(*args, subject=subject, by=by, on=on, **options)
        self.fields["share"].seen_by(by, on=on)


def answers_of(one: Practice) -> dict[str, Any]:
    return {name: getattr(one, name) for name in OWN} | {
        "unit": one.unit.code,
        "cell": one.cell and one.cell.code,
        "field": one.field.code,
        "share": one.share.code if one.share else "",
    }


class PracticeForm(Plain):
    model = Practice

    def facts(self) -> list[tuple[str, str]]:
        one = self.subject
        told = [("Của", one.whose), ("Phục vụ nhiệm vụ", one.serves), ("Mục tiêu", one.goals),
                ("Đã đến với", f"{one.reached} người" if one.reached else "")]  # fmt: skip
        return [(label, words) for label, words in told if words]


class WithNote(PracticeForm):
    note = LongTextField(label="Ý kiến kèm theo", required=False, max_length=2_000, widget=box(3))


class ListUp(WithNote):
    step = "list_up"


class Recognise(WithNote):
    step = "recognise"

    def texts(self) -> list[tuple[str, str]]:
        """What the Director reads before recognising it."""
        met = [words for code, words in CRITERIA if code in self.subject.criteria_met]
        return [
            ("Tự đánh giá", self.subject.assessment),
            (f"Tiêu chí đạt: {len(met)} trên {len(CRITERIA)}", "\n".join(met)),
        ]


class WithReason(PracticeForm):
    reason = TextField(label="Lý do", max_length=500)


class TurnDown(WithReason):
    step = "turn_down"
    danger = True


class AskAgain(WithReason):
    step = "ask_again"


class Stop(WithReason):
    step = "stop"
    danger = True


class NoteProgress(PracticeForm):
    step = "note_progress"

    text = LongTextField(
        label="Kết quả đến nay", max_length=5_000, widget=box(4),
        help_text="Việc gì, bao nhiêu, số và ngày văn bản nếu có; không ghi chung chung “đã làm”",
    )  # fmt: skip
    reached = people("Số người được hưởng lợi đến nay", help_text="Cộng dồn từ khi bắt đầu")


class AddPicture(WithPicture):
    model, step = Practice, "add_picture"


class SelfAssess(PracticeForm):
    step = "self_assess"

    criteria_met = boxes("Tiêu chí đạt được", CRITERIA, required=False)
    assessment = LongTextField(
        label="Tự đánh giá", max_length=5_000, widget=box(5),
        help_text="So với mục tiêu đã đăng ký: đạt gì, chưa đạt gì, duy trì thế nào",
    )  # fmt: skip


class NoteRecognition(Decided, PracticeForm):
    step = "note_recognition"

    level = ChoiceField(label="Cấp công nhận", choices=Level.choices)
    issuer = TextField(label="Nơi ra quyết định", required=False, max_length=200)
    field_order = ("level",)


class Replicate(PracticeForm):
    step = "replicate"

    unit = AnyUnitField(label="Đơn vị làm theo", required=False, empty_label="Nơi bên ngoài Sở")
    place = TextField(
        label="Nơi bên ngoài", required=False, max_length=200,
        help_text="Ghi khi không phải đơn vị của Sở, ví dụ xã, phường",
    )  # fmt: skip
    from_on = DateField(label="Làm theo từ ngày")
    reached = people("Số người được hưởng lợi ở đó")
    note = TextField(label="Cách làm ở đó", required=False, max_length=500)
    conditional = frozenset({"place"})

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        own = own_unit(by, on=on)
        options["initial"] = {"unit": own and own.code} | (options.get("initial") or {})
        super().__init__(*args, by=by, on=on, **options)
        self.fields["from_on"].latest = on

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if not data.get("unit") and not data.get("place") and "unit" not in self.errors:
            self.add_error("place", "Chọn đơn vị hoặc ghi nơi làm theo")
        if data.get("unit"):
            data["place"] = ""
        return data


class Present(PracticeForm):
    step = "present"

    showcase = LongTextField(
        label="Lời giới thiệu", max_length=3_000, widget=box(4),
        help_text="Vài câu cho người đọc ở đơn vị khác; ảnh đã thêm hiện kèm theo",
    )  # fmt: skip

    def __init__(self, *args: Any, subject: Practice, **options: Any) -> None:
        options["initial"] = {"showcase": subject.showcase} | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)
