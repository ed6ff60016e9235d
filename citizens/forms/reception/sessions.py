"""One session: planned by hand, and the steps before the day."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from citizens.forms.choices import UnitField, as_of
from citizens.forms.desk_item import ItemForm
from citizens.forms.reception.choices import HostField, PlaceField
from citizens.models import Reception
from citizens.models.reception.vocabulary import Kind
from citizens.words.reception import posting_counts_from, when_to_post
from portal.forms import (
    ChoiceField,
    DateField,
    Form,
    TextField,
    TimeField,
)


class Hours(Form):
    """From and until, in that order."""

    starts_at = TimeField(label="Từ giờ")
    ends_at = TimeField(label="Đến giờ")

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        begin, end = data.get("starts_at"), data.get("ends_at")
        if begin and end and begin >= end:
            self.add_error("ends_at", "Giờ kết thúc phải sau giờ bắt đầu")
        return data


class PlanForm(Hours):
    """Lên lịch một buổi: extraordinary, online, or beside the rules."""

    kind = ChoiceField(label="Loại buổi tiếp", choices=Kind.choices, initial=Kind.EXTRAORDINARY)
    date = DateField(label="Ngày tiếp")
    host_position = HostField()
    unit = UnitField(label="Đơn vị tiếp", required=False, empty_label="Lãnh đạo Sở tiếp")
    place = PlaceField()
    online = forms.BooleanField(label="Tiếp trực tuyến", required=False)
    participants = TextField(label="Thành phần tham dự", max_length=500, required=False)
    expected_content = TextField(label="Nội dung dự kiến", max_length=500, required=False)
    field_order = ("kind", "date", "starts_at", "ends_at")

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        as_of(self, on)
        self.fields["date"].help_text = posting_counts_from(on)


class Display(ItemForm):
    model, step = Reception, "display"

    displayed_on = DateField(
        label="Ngày niêm yết", help_text="Tại trụ sở, nơi tiếp công dân và trên trang công khai"
    )

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        shown = self.fields["displayed_on"]
        shown.initial = self.on
        if last_day := when_to_post(self.subject):
            shown.help_text = f"{shown.help_text}. {last_day}"


class Delegate(ItemForm):
    model, step = Reception, "delegate"

    position = HostField(label="Người chủ trì mới")
    reason = TextField(label="Lý do", max_length=500, required=False)


class Postpone(Hours, ItemForm):
    model, step = Reception, "postpone"
    danger = True

    reason = TextField(label="Lý do hoãn", max_length=500, help_text="Công dân đọc được lý do này")
    date = DateField(label="Ngày tiếp mới")
    field_order = ("reason", "date", "starts_at", "ends_at")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("starts_at", "ends_at"):
            self.fields[name].initial = getattr(self.subject, name)


class Cancel(ItemForm):
    model, step = Reception, "cancel"
    danger = True

    reason = TextField(label="Lý do hủy", max_length=500, help_text="Công dân đọc được lý do này")


class PrepareOnline(ItemForm):
    model, step = Reception, "prepare_online"

    notified_on = DateField(label="Thông báo cho các bên ngày", required=False)
    tested_on = DateField(label="Kiểm tra đường truyền ngày", required=False)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        for name in ("notified_on", "tested_on"):
            self.fields[name].initial = getattr(self.subject, name)
