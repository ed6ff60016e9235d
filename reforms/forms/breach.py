"""Entering a breach of the one-stop rules, saying how it was handled."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout

from portal.forms import ChoiceField, DateField, LongTextField, TextField
from portal.forms.dated_choices import AnyUnitField
from portal.forms.planning.base import PlanningForm as Plain
from portal.forms.planning.base import box
from reforms.models import Breach
from reforms.models.dossiers.breach import Handling, Kind, Source


class Note(Plain):
    model, step = Breach, "note"

    kind = ChoiceField(label="Hành vi", choices=Kind.choices)
    source = ChoiceField(label="Phát hiện qua", choices=Source.choices)
    found_on = DateField(label="Ngày phát hiện")
    unit = AnyUnitField(label="Đơn vị")
    person = TextField(
        label="Cán bộ, công chức liên quan", max_length=120, required=False,
        help_text="Chỉ lãnh đạo, đầu mối kiểm soát TTHC và thủ trưởng đơn vị đọc được",
    )  # fmt: skip
    dossier = TextField(label="Mã hồ sơ", max_length=60, required=False)
    content = LongTextField(label="Nội dung", max_length=5_000, widget=box(4))
    due_on = DateField(label="Hạn xử lý")

    layout = Layout(
        "kind", "source", Div("found_on", "due_on", css_class="pair"), "unit", "person",
        "dossier", "content",
    )  # fmt: skip

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["found_on"].latest = on


class Handle(Plain):
    model, step = Breach, "handle"

    handled_on = DateField(label="Ngày xử lý")
    handling = ChoiceField(label="Hình thức xử lý", choices=Handling.choices)
    decision = TextField(
        label="Văn bản xử lý", max_length=120, required=False, help_text="Số, ký hiệu, ngày"
    )
    result = LongTextField(
        label="Kết quả khắc phục", max_length=3_000, required=False, widget=box(3)
    )

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["handled_on"].latest = on


class Strike(Plain):
    model, step = Breach, "strike"
    danger = True

    reason = TextField(label="Lý do", max_length=300, help_text="Dòng vẫn còn, ghi là đã gạch")
