"""A meeting of a committee: who came, what was said, what was concluded."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div, Layout

from democracy.forms.base import Plain, box, own_unit, picked
from democracy.forms.items import lines_of
from democracy.models import CommitteeVersion
from portal.forms import DateField, LongTextField, NumberField
from portal.forms.dated_choices import AnyUnitField
from portal.forms.files import FilesField


class NoteMeeting(Plain):
    model, step = CommitteeVersion, "note_meeting"

    met_on = DateField(label="Ngày họp")
    present = NumberField(label="Số thành viên dự", min_value=1, max_value=999)
    text = LongTextField(label="Nội dung họp", max_length=10_000, widget=box(6))
    items = LongTextField(
        label="Kết luận",
        required=False,
        max_length=20_000,
        widget=box(6),
        help_text="Mỗi dòng một việc; mỗi việc thành một nhiệm vụ để giao, đặt hạn và theo dõi",
    )
    focal = AnyUnitField(label="Đầu mối theo dõi kết luận")
    minutes_sent = FilesField(label="Biên bản", required=False)

    layout = Layout(
        Div("met_on", "present", css_class="pair"), "text", "items", "focal", "minutes_sent"
    )

    def __init__(self, *args: Any, by: Any, on: date, **options: Any) -> None:
        unit = own_unit(by, on=on)
        options["initial"] = {"focal": unit and unit.code} | (options.get("initial") or {})
        super().__init__(*args, by=by, on=on, **options)
        self.fields["met_on"].latest = on

    def clean_items(self) -> list[str]:
        return lines_of(self.cleaned_data["items"])

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        data["minutes"] = picked(self, "minutes_sent")
        data.pop("minutes_sent", None)
        return data
