"""Biên chế of one group in one year."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout

from portal.forms import ChoiceField, Form, NumberField, TextField
from portal.forms.dated_choices import AnyUnitField, as_of
from reforms.headcount_goals import Group

FIRST_YEAR, LAST_YEAR, MOST = 2000, 2100, 100_000


class HeadcountForm(Form):
    year = NumberField(label="Năm", min_value=FIRST_YEAR, max_value=LAST_YEAR)
    group = ChoiceField(label="Nhóm", choices=Group.choices)
    unit = AnyUnitField(label="Của", required=False, empty_label="Toàn cơ quan")
    assigned = NumberField(label="Biên chế giao", min_value=0, max_value=MOST)
    present = NumberField(label="Có mặt", required=False, min_value=0, max_value=MOST)
    planned = NumberField(
        label="Kế hoạch còn", required=False, min_value=0, max_value=MOST,
        help_text="Số phải còn lại theo kế hoạch tinh giản năm đó",
    )  # fmt: skip
    source = TextField(
        label="Theo văn bản", max_length=300, help_text="Số, ngày quyết định giao biên chế"
    )

    layout = Layout(
        Div("year", "unit", css_class="pair"), "group",
        Div("assigned", "present", "planned", css_class="pair three"), "source",
    )  # fmt: skip

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        super().__init__(*args, initial={"year": on.year}, **options)
        as_of(self, on)
