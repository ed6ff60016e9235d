"""An indicator: what is measured; its targets; its values."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout
from django import forms

from portal.forms import AmountField, ChoiceField, DateField, Form, NumberField, TextField
from portal.forms.dated_choices import AnyUnitField, as_of
from portal.forms.files import FilesField, received
from portal.forms.instrument import one_of
from portal.forms.planning.base import PlanningForm
from portal.forms.references import ShareField
from portal.statistics import figures
from reforms import areas
from reforms.index_catalogue import FAMILIES
from reforms.models import Indicator, IndicatorTarget, IndicatorValue
from reforms.models.indicator.vocabulary import (
    Comparator,
    Direction,
    Frequency,
    Scope,
    period_now,
    periods_over,
)

FIRST_YEAR, LAST_YEAR, MOST = 1990, 2100, 1_000
OWN = ("name", "unit_of_measure", "direction", "scope", "area", "frequency", "figure", "source")
LOOKING_BACK = 20


def of_the_portal() -> list[tuple[str, str]]:
    """Figures that the portal counts, by their words."""
    found = sorted((each.label, each.name, each.unit) for each in figures())
    told = [(name, f"{label} ({unit})") for label, name, unit in found]
    return [("", "Không: đơn vị chủ trì ghi từng kỳ"), *told]


class HeadOfIndicator(Form):
    name = TextField(label="Tên chỉ tiêu", max_length=300)
    unit_of_measure = TextField(label="Đơn vị tính", max_length=40, help_text="Ví dụ: %, điểm")
    direction = ChoiceField(label="Chiều tốt", choices=Direction.choices, initial=Direction.UP)
    area = ChoiceField(label="Nội dung CCHC", choices=(), widget=forms.Select)
    unit = AnyUnitField(label="Đơn vị chủ trì")
    scope = ChoiceField(label="Phạm vi", choices=Scope.choices, initial=Scope.OFFICE)
    frequency = ChoiceField(
        label="Kỳ số liệu", choices=Frequency.choices, initial=Frequency.QUARTER
    )
    figure = ChoiceField(
        label="Cổng tự tính theo", required=False, choices=(), widget=forms.Select,
        help_text="Đã chọn thì số liệu do Cổng tính, không ai nhập tay",
    )  # fmt: skip
    source = TextField(
        label="Theo văn bản", max_length=300, help_text="Số, ký hiệu văn bản giao chỉ tiêu"
    )

    layout = Layout(
        "name", Div("unit_of_measure", "direction", css_class="pair"), "area",
        Div("unit", "scope", css_class="pair"), "frequency", "figure", "source",
    )  # fmt: skip

    def offer(self: Any, *, on: date) -> None:
        self.fields["area"].choices = [("", "Chọn nội dung"), *areas.choices(on.year)]
        self.fields["figure"].choices = of_the_portal()
        as_of(self, on)


class NewIndicator(HeadOfIndicator):
    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.offer(on=on)


class NewIndex(Form):
    """One of the indices that others publish, with its parts."""

    family = ChoiceField(label="Chỉ số", choices=FAMILIES)
    unit = AnyUnitField(label="Đơn vị chủ trì")

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        as_of(self, on)


class Edit(HeadOfIndicator, PlanningForm):
    model, step = Indicator, "edit"

    def __init__(self, *args: Any, subject: Indicator, on: date, **options: Any) -> None:
        before = {name: getattr(subject, name) for name in OWN} | {"unit": subject.unit.code}
        options["initial"] = before | (options.get("initial") or {})
        super().__init__(*args, subject=subject, on=on, **options)
        self.offer(on=on)


class SetTarget(PlanningForm):
    """A level to be reached by the end of a year, and the document that asks for it."""

    model, step = Indicator, "set_target"

    comparator = ChoiceField(label="Mức", choices=Comparator.choices)
    value = AmountField(label="Giá trị")
    year = NumberField(label="Đến hết năm", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    base_year = NumberField(
        label="So với năm", required=False, min_value=FIRST_YEAR, max_value=LAST_YEAR,
        help_text="Năm gốc và giá trị năm đó, để dự báo theo nhịp",
    )  # fmt: skip
    base_value = AmountField(label="Giá trị năm đó", required=False)
    source = TextField(
        label="Theo văn bản", max_length=300, help_text="Số, ký hiệu; có trong sổ thì Cổng dẫn tới"
    )
    from_on = DateField(label="Áp dụng từ ngày")

    layout = Layout(
        "comparator", Div("value", "year", css_class="pair"),
        Div("base_year", "base_value", css_class="pair"), "source", "from_on",
    )  # fmt: skip
    conditional = frozenset({"base_value"})

    def __init__(self, *args: Any, subject: Indicator, on: date, **options: Any) -> None:
        usual = Comparator.AT_LEAST if subject.direction == Direction.UP else Comparator.AT_MOST
        first = {"comparator": usual, "from_on": on, "source": subject.source}
        options["initial"] = first | (options.get("initial") or {})
        super().__init__(*args, subject=subject, on=on, **options)

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        year, base = data.get("year"), data.get("base_year")
        if base is not None and data.get("base_value") is None and "base_value" not in self.errors:
            self.add_error("base_value", "Ghi giá trị của năm gốc")
        if base is None and data.get("base_value") is not None:
            self.add_error("base_year", "Ghi năm gốc của giá trị này")
        if year and base and base >= year:
            self.add_error("base_year", "Năm gốc phải trước năm của mục tiêu")
        return data | {"instrument": instrument_named(data.get("source", ""))}


def instrument_named(words: str) -> Any:
    """The row of the register that the words begin with, where there is one."""
    try:
        return one_of(words.split(" ngày ")[0].strip(), but=None) if words else None
    except forms.ValidationError:
        return None


class DropTarget(PlanningForm):
    model, step = Indicator, "drop_target"

    target = forms.ModelChoiceField(
        IndicatorTarget.objects.none(), label="Mục tiêu", empty_label="Chọn mục tiêu"
    )
    reason = TextField(label="Lý do", max_length=300, help_text="Ví dụ: đã có văn bản thay thế")

    def __init__(self, *args: Any, subject: Indicator, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        running = subject.targets.filter(until_on=None).select_related("indicator")
        self.fields["target"].queryset = running


class RecordValue(PlanningForm):
    """One period's value; what it rests on is asked for, the file comes with its own step."""

    model, step = Indicator, "record_value"

    period = ChoiceField(label="Kỳ", choices=(), widget=forms.Select)
    value = AmountField(label="Giá trị")
    rank = NumberField(label="Xếp thứ", required=False, min_value=1, max_value=MOST)
    of = NumberField(label="Trên tổng số", required=False, min_value=1, max_value=MOST)
    best = AmountField(label="Nơi cao nhất", required=False)
    evidence = TextField(
        label="Căn cứ, minh chứng", max_length=400,
        help_text="Số, ngày văn bản hoặc nơi công bố; tệp thêm ở bước sau",
    )  # fmt: skip
    note = TextField(label="Ghi chú", required=False, max_length=400)

    layout = Layout(
        "period", "value", Div("rank", "of", "best", css_class="pair three"), "evidence", "note"
    )
    conditional = frozenset({"rank", "of"})

    def __init__(self, *args: Any, subject: Indicator, on: date, **options: Any) -> None:
        super().__init__(*args, subject=subject, on=on, **options)
        over = periods_over(subject.frequency, on=on, count=LOOKING_BACK)
        open_to = [period_now(subject.frequency, on=on), *reversed(over)]
        self.fields["period"].choices = [(each.code, each.label) for each in open_to]
        self.fields["value"].label = f"Giá trị ({subject.unit_of_measure})"
        self.fields["period"].initial = over[-1].code
        if not subject.family:
            for name in ("rank", "of", "best"):
                del self.fields[name]
            self.layout = Layout("period", "value", "evidence", "note")

    def facts(self) -> list[tuple[str, str]]:
        one = self.subject
        return [
            ("Chỉ tiêu", one.name),
            ("Đơn vị chủ trì", str(one.unit)),
            ("Kỳ", one.get_frequency_display()),
        ]

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        rank, of = data.get("rank"), data.get("of")
        if rank and not of and "of" not in self.errors:
            self.add_error("of", "Ghi tổng số nơi được xếp hạng")
        if of and not rank and "rank" not in self.errors:
            self.add_error("rank", "Ghi thứ hạng")
        if rank and of and rank > of:
            self.add_error("rank", "Thứ hạng lớn hơn tổng số")
        return data


class Recompute(PlanningForm):
    model, step = Indicator, "recompute"


class AddEvidence(PlanningForm):
    model, step = Indicator, "add_evidence"

    value = forms.ModelChoiceField(
        IndicatorValue.objects.none(), label="Của số liệu kỳ", empty_label=None
    )
    files = FilesField(label="Tệp minh chứng")

    def __init__(self, *args: Any, subject: Indicator, **options: Any) -> None:
        super().__init__(*args, subject=subject, **options)
        self.fields["value"].queryset = subject.values.standing().order_by("-end")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        if data.get("value") and data.get("files"):
            data["files"] = received(self, "files", by=self.by)
        return data


class LinkTask(PlanningForm):
    model, step = Indicator, "link_task"

    share = ShareField(
        required=True, help_text="Số nhiệm vụ trong kế hoạch, ví dụ NV-2026-0001-01-01"
    )

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, by=by, on=on, **options)
        self.fields["share"].seen_by(by, on=on)


class Close(PlanningForm):
    model, step = Indicator, "close"
    danger = True

    reason = TextField(label="Lý do", max_length=300)
