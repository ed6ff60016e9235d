"""Nghỉ: who is away, from when to when, and who does the work."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from citizens.forms.choices import PersonField, as_of
from citizens.models import Leave
from portal.forms import DateField, Form, TextField
from portal.people import Position, User


class LeaveForm(Form):
    """For oneself, or for somebody of the unit that one heads."""

    person = PersonField(label="Người nghỉ", empty_label=None)
    from_on = DateField(label="Nghỉ từ ngày")
    to_on = DateField(label="Đến hết ngày")
    reason = TextField(label="Lý do", help_text="Ví dụ: nghỉ phép năm, đi học, nghỉ ốm")
    colleagues = forms.ModelMultipleChoiceField(
        None,
        label="Giao việc đang mở cho",
        help_text="Chọn nhiều người thì việc chia lần lượt, người của đơn vị nào nhận đơn, vụ việc"
        " của đơn vị đó",
        to_field_name="username",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Chưa chọn người làm thay"},
    )

    def __init__(self, *args: Any, by: User, on: date, **options: Any) -> None:
        self.by, self.on = by, on
        options.setdefault("initial", {"person": by.username, "from_on": on})
        super().__init__(*args, **options)
        as_of(self, on)
        self.fields["from_on"].earliest = on
        person = self.fields["person"]
        person.queryset = person.queryset.filter(pk__in=people_of(by, on=on))
        near = Position.objects.open(as_of=on).filter(unit__in=units_around(by, on=on))
        colleagues = PersonField()
        colleagues.open_on(on)
        others = colleagues.queryset.filter(pk__in=near.values("user")).order_by("name_key")
        alone = len(people_of(by, on=on)) == 1
        self.fields["colleagues"].queryset = others.exclude(pk=by.pk) if alone else others
        self.fields["colleagues"].label_from_instance = colleagues.label_from_instance

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        start, end, person = data.get("from_on"), data.get("to_on"), data.get("person")
        if start and end and end < start:
            self.add_error("to_on", "Ngày cuối đang trước ngày đầu")
        if person and person in (data.get("colleagues") or ()):
            self.add_error("colleagues", f"{person} đang nghỉ thì không làm thay cho chính mình")
        return data

    def enter(self) -> Leave:
        data = self.cleaned_data | {"colleagues": list(self.cleaned_data["colleagues"])}
        return Leave.enter(by=self.by, on=self.on, **data)


def people_of(user: User, *, on: date) -> list[int]:
    """The user, and those of the units that the user heads."""
    headed = [row.unit_id for row in user.positions_on(on) if row.role in ("head", "deputy_head")]
    below = Position.objects.open(as_of=on).filter(unit__in=headed)
    return [user.pk, *below.values_list("user", flat=True)]


def units_around(user: User, *, on: date) -> set[int]:
    return {row.unit_id for row in user.positions_on(on) if row.unit_id}
