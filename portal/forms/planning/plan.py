"""The head of a plan, its sections and its bases."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms
from django.core.exceptions import ValidationError

from portal.forms.base import Form
from portal.forms.choices import ChoiceField
from portal.forms.dated_choices import AnyUnitField, BodyField, as_of
from portal.forms.dates import DateField
from portal.forms.numbers import NumberField
from portal.forms.planning.base import PlanningForm, box, words_of
from portal.forms.texts import LongTextField, TextField
from portal.instruments import Instrument
from portal.instruments.citing import citations
from portal.people import Unit
from portal.planning import Plan, Section
from portal.planning.plans import Programme

FIRST_YEAR, LAST_YEAR = 1998, 2100


class HeadOfPlan(Form):
    """Whose plan it is, of what, for which time."""

    kind = ChoiceField(
        label="Loại văn bản", choices=Plan.Kind.choices, initial=Plan.Kind.PLAN, widget=forms.Select
    )
    programme = ChoiceField(
        label="Lĩnh vực công tác", choices=[("", "Chọn"), *Programme.choices], widget=forms.Select
    )
    title = TextField(label="Trích yếu", help_text="Không ghi lại chữ “Kế hoạch”", max_length=300)
    unit = AnyUnitField(label="Đơn vị ban hành")
    body = BodyField(
        label="Tổ chức ban hành",
        required=False,
        empty_label="Không",
        help_text="Chỉ chọn khi kế hoạch của Ban Chỉ đạo, Đảng ủy, đoàn thể",
    )
    coordinating_unit = AnyUnitField(label="Đơn vị theo dõi, tổng hợp")
    year = NumberField(label="Năm", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    period = ChoiceField(
        label="Kỳ", choices=Plan.Period.choices, initial=Plan.Period.YEAR, widget=forms.Select
    )
    from_on = DateField(
        label="Từ ngày", required=False, help_text="Để trống: từ ngày 01/01 của năm"
    )
    to_on = DateField(
        label="Đến hết ngày", required=False, help_text="Để trống: đến hết ngày 31/12 của năm"
    )
    unit_plans_due = DateField(
        label="Hạn để từng đơn vị có kế hoạch riêng",
        required=False,
        help_text="Để trống khi đơn vị không phải lập kế hoạch riêng",
    )
    unit_plans_words = TextField(
        label="Lời ghi hạn đó trong văn bản",
        required=False,
        max_length=200,
        help_text="Ví dụ: hoàn thành trước ngày 16 tháng 5 năm 2022",
    )
    themes = TextField(
        label="Chủ đề", required=False, help_text="Cách nhau bằng dấu phẩy", max_length=300
    )

    layout = Layout(
        Div("kind", "programme", css_class="pair"),
        "title",
        Div("unit", "body", css_class="pair"),
        "coordinating_unit",
        Div("year", "period", css_class="pair"),
        Div("from_on", "to_on", css_class="pair"),
        Div("unit_plans_due", "unit_plans_words", css_class="pair"),
        "themes",
    )

    def clean_themes(self) -> list[str]:
        return words_of(self.cleaned_data["themes"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        year = data.get("year")
        if year and "from_on" not in self.errors and "to_on" not in self.errors:
            data["from_on"] = data.get("from_on") or date(year, 1, 1)
            data["to_on"] = data.get("to_on") or date(year, 12, 31)
            if data["to_on"] < data["from_on"]:
                self.add_error("to_on", "Ngày cuối đang trước ngày đầu của kế hoạch")
        return data


class NewPlan(HeadOfPlan):
    """A draft: the drafter's own unit follows it unless told otherwise."""

    def __init__(self, *args: Any, by: Any, on: date, parent: Any = None, **options: Any) -> None:
        mine = [row.unit for row in by.positions_on(on) if row.unit_id]
        office = Unit.objects.open(as_of=on).filter(kind=Unit.Kind.HEADQUARTERS).first()
        own = next((unit for unit in mine if unit.kind == Unit.Kind.SUBORDINATE), office)
        options["initial"] = {
            "unit": own and own.code,
            "coordinating_unit": mine[0].code if mine else None,
            "year": on.year,
            **(answers_of(parent) if parent else {}),
        } | (options.get("initial") or {})
        super().__init__(*args, **options)
        as_of(self, on)


def answers_of(parent: Plan) -> dict[str, Any]:
    """What a unit's own plan takes over from the plan above it."""
    facts = {name: getattr(parent, name) for name in ("programme", "title", "year", "period")}
    return facts | {"from_on": parent.from_on, "to_on": parent.to_on}


class Edit(HeadOfPlan, PlanningForm):
    model, step = Plan, "edit"

    def __init__(self, *args: Any, subject: Plan, **options: Any) -> None:
        facts = {name: getattr(subject, name) for name in HeadOfPlan.base_fields}
        codes = {
            name: facts[name].code if facts[name] else None
            for name in ("unit", "body", "coordinating_unit")
        }
        typed = options.get("initial") or {}
        options["initial"] = facts | codes | {"themes": ", ".join(subject.themes)} | typed
        super().__init__(*args, subject=subject, **options)


class AddSection(PlanningForm):
    model, step = Plan, "add_section"

    kind = ChoiceField(label="Loại mục", choices=Section.Kind.choices, widget=forms.Select)
    ref = TextField(label="Số mục", required=False, max_length=40, help_text="Ví dụ: I, II.1")
    title = TextField(label="Tên mục", required=False)
    text = LongTextField(label="Nội dung", widget=box(8))


class ConfirmTimes(PlanningForm):
    """The words and the days stand beside each other on the page."""

    model, step = Plan, "confirm_times"


class Cite(PlanningForm):
    model, step = Plan, "cite"

    words = TextField(
        label="Căn cứ",
        max_length=600,
        help_text="Như trong văn bản, ví dụ: Kế hoạch số 141/KH-UBND ngày 22/4/2022 của UBND tỉnh",
    )

    def clean_words(self) -> str:
        words = self.cleaned_data["words"]
        found = {row for citation in citations(words) for row in citation.instruments()}
        self.found = found.pop() if len(found) == 1 else None
        if len(found) > 1:
            raise ValidationError("Mỗi lần ghi một căn cứ")
        return words

    def arguments(self) -> dict[str, Any]:
        return {"words": self.cleaned_data["words"], "instrument": self.found}


def instruments_in(words: str) -> list[Instrument]:
    """The instruments of the register that these words name."""
    return [row for citation in citations(words) for row in citation.instruments()]
