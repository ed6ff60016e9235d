"""Places: what they are called, their hours by season, who is in charge, what hangs there."""

from __future__ import annotations

from calendar import monthrange
from datetime import date
from typing import Any

from citizens.forms.choices import UnitField, as_of
from citizens.models import HungPaper, PlaceCharge, ReceptionHours, ReceptionPlace
from portal.forms import ChoiceField, DateField, Form, NumberField, TextField, TimeField
from portal.forms.texts import numbered_like

LEAP_YEAR = 2024


class PlaceForm(Form):
    name = TextField(label="Tên địa điểm", max_length=200)
    address = TextField(label="Địa chỉ")
    phone = TextField(label="Điện thoại", max_length=60)
    directions = TextField(label="Chỉ dẫn, lối đi cho người khuyết tật", required=False)
    opened_on = DateField(label="Dùng từ ngày")
    closed_on = DateField(label="Thôi dùng từ ngày", required=False)

    def __init__(self, *args: Any, place: ReceptionPlace | None, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.place = place

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        opened, closed = data.get("opened_on"), data.get("closed_on")
        if opened and closed and closed < opened:
            self.add_error("closed_on", "Ngày thôi dùng đang trước ngày bắt đầu dùng")
        return data

    def keep(self) -> ReceptionPlace:
        place = self.place or ReceptionPlace()
        for name, value in self.cleaned_data.items():
            setattr(place, name, value)
        place.save()
        return place


class HoursForm(Form):
    """One season; the same first day again replaces what stood there."""

    from_day = NumberField(label="Từ ngày", min_value=1, max_value=31)
    from_month = NumberField(label="Tháng", min_value=1, max_value=12)
    morning_from = TimeField(label="Sáng từ", required=False)
    morning_to = TimeField(label="Sáng đến", required=False)
    afternoon_from = TimeField(label="Chiều từ", required=False)
    afternoon_to = TimeField(label="Chiều đến", required=False)

    def __init__(self, *args: Any, place: ReceptionPlace, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.place = place

    def clean(self) -> dict[str, Any]:
        data = super().clean() or self.cleaned_data
        day, month = data.get("from_day"), data.get("from_month")
        if day and month and day > monthrange(LEAP_YEAR, month)[1]:
            self.add_error("from_day", f"Tháng {month} không có ngày {day}")
        halves = [self.half("morning"), self.half("afternoon")]
        if not self.errors and not any(halves):
            self.add_error("morning_from", "Chưa nhập giờ tiếp buổi sáng hoặc buổi chiều")
        return data

    def half(self, name: str) -> bool:
        """Whether that half of the day is filled, in order."""
        begin, end = self.cleaned_data.get(f"{name}_from"), self.cleaned_data.get(f"{name}_to")
        if bool(begin) != bool(end):
            self.add_error(f"{name}_{'to' if begin else 'from'}", "Ghi cả giờ bắt đầu và kết thúc")
        elif begin and end and begin >= end:
            self.add_error(f"{name}_to", "Giờ kết thúc phải sau giờ bắt đầu")
        return bool(begin and end)

    def keep(self) -> None:
        data = dict(self.cleaned_data)
        first_day = {name: data.pop(name) for name in ("from_day", "from_month")}
        ReceptionHours.objects.update_or_create(place=self.place, **first_day, defaults=data)


class ChargeForm(Form):
    unit = UnitField(label="Đơn vị phụ trách")
    since = DateField(label="Từ ngày")

    def __init__(self, *args: Any, place: ReceptionPlace, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.place = place
        as_of(self, on)

    def keep(self) -> None:
        data = self.cleaned_data
        since = {"place": self.place, "since": data["since"]}
        PlaceCharge.objects.update_or_create(**since, defaults={"unit": data["unit"]})


class HangForm(Form):
    """A paper put up; the one of its kind that hung there before is taken down that day."""

    kind = ChoiceField(label="Văn bản niêm yết", choices=HungPaper.Kind.choices)
    number = TextField(label="Số, ký hiệu", max_length=60, help_text=numbered_like("15/QĐ"))
    hung_on = DateField(label="Niêm yết ngày")

    def __init__(self, *args: Any, place: ReceptionPlace, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        self.place, self.on = place, on
        self.fields["hung_on"].latest = on

    def keep(self) -> None:
        data = self.cleaned_data
        before = self.place.hung_papers.filter(
            kind=data["kind"], taken_down_on=None, hung_on__lte=data["hung_on"]
        )
        before.update(taken_down_on=data["hung_on"])
        self.place.hung_papers.create(**data)
