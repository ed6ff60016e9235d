"""A rule of the yearly schedule, with its rota."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from citizens.forms.choices import UnitField, as_of
from citizens.forms.reception.choices import HostField, PlaceField
from citizens.forms.reception.sessions import Hours
from citizens.models import ScheduleRule
from citizens.models.reception.schedule import Nth, Way
from portal.forms import ChoiceField, DateField, NumberField, TextField
from portal.text import WEEKDAYS

TURNS = ("first_turn", "second_turn", "third_turn", "fourth_turn")
EMPTY = ("", "Chọn")


class RuleForm(Hours):
    """“ngày 20 hằng tháng” or “thứ Năm đầu tháng”; a day off moves to the next working day."""

    way = ChoiceField(label="Cách định ngày", choices=Way.choices, initial=Way.DAY)
    day_of_month = NumberField(
        label="Ngày trong tháng",
        required=False,
        min_value=1,
        max_value=31,
        help_text="Ghi khi chọn một ngày nhất định hằng tháng",
    )
    weekday = forms.TypedChoiceField(
        label="Thứ",
        choices=[EMPTY, *enumerate(WEEKDAYS[:5])],
        coerce=int,
        empty_value=None,
        required=False,
        help_text="Chọn khi định theo thứ trong tuần",
    )
    nth = forms.TypedChoiceField(
        label="Tuần", choices=[EMPTY, *Nth.choices], coerce=int, empty_value=None, required=False
    )
    first_turn = HostField(
        label="Người chủ trì lượt thứ nhất",
        required=False,
        empty_label="Thủ trưởng đang giữ chức",
        help_text="Nhiều người thì thay nhau theo tháng, lượt thứ nhất vào tháng 1",
    )
    second_turn = HostField(label="Lượt thứ hai", required=False, empty_label="Không có")
    third_turn = HostField(label="Lượt thứ ba", required=False, empty_label="Không có")
    fourth_turn = HostField(label="Lượt thứ tư", required=False, empty_label="Không có")
    unit = UnitField(label="Đơn vị tiếp", required=False, empty_label="Lãnh đạo Sở tiếp")
    place = PlaceField()
    participants = TextField(label="Thành phần tham dự", max_length=500, required=False)
    expected_content = TextField(label="Nội dung dự kiến", max_length=500, required=False)
    valid_from = DateField(label="Áp dụng từ ngày")
    valid_to = DateField(label="Đến hết ngày", required=False)
    decision = TextField(label="Theo văn bản", max_length=200, required=False)
    field_order = ("way", "day_of_month", "weekday", "nth", "starts_at", "ends_at")

    def __init__(self, *args: Any, row: ScheduleRule | None, on: date, **options: Any) -> None:
        self.row = row or ScheduleRule()
        if row:
            options["initial"] = self.as_it_stands() | (options.get("initial") or {})
        super().__init__(*args, **options)
        as_of(self, on)

    def as_it_stands(self) -> dict[str, Any]:
        names = [name for name in self.base_fields if name not in TURNS]
        stands = {name: getattr(self.row, name) for name in names}
        turns = [turn.position_id for turn in self.row.turns.all()]
        return stands | dict(zip(TURNS, turns, strict=False))

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        by_day = data.get("way") == Way.DAY
        for name, wanted in (
            ("day_of_month", by_day),
            ("weekday", not by_day),
            ("nth", not by_day),
        ):
            if not wanted:
                data[name] = None
            elif data.get(name) is None and name not in self.errors:
                self.add_error(name, f"Chưa chọn {str(self.fields[name].label).lower()}")
        begin, end = data.get("valid_from"), data.get("valid_to")
        if begin and end and end < begin:
            self.add_error("valid_to", "Ngày cuối đang trước ngày bắt đầu áp dụng")
        return data

    def keep(self) -> ScheduleRule:
        data = dict(self.cleaned_data)
        turns = [position for name in TURNS if (position := data.pop(name))]
        for name, value in data.items():
            setattr(self.row, name, value)
        self.row.save()
        self.row.turns.all().delete()
        for turn, position in enumerate(turns, start=1):
            self.row.turns.create(turn=turn, position=position)
        return self.row
