"""A visit in the programme of inspections."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Layout
from django import forms

from portal.activities import PlannedVisit
from portal.activities.planned_visits import Topic, Way
from portal.forms.activities.base import AROUND, EntryForm, OfEntry, Strike, box, choice, pair
from portal.forms.dated_choices import AnyUnitField
from portal.forms.dates import DateField
from portal.forms.texts import LongTextField, TextField, numbered_like
from portal.text import day


class NotePlannedVisit(EntryForm):
    model = PlannedVisit
    future = True
    title = TextField(label="Nội dung kiểm tra")
    topic = choice("Chuyên đề", Topic)
    way = choice("Loại", Way)
    visited = AnyUnitField(label="Đơn vị được kiểm tra", empty_label="Chọn đơn vị")
    unit = AnyUnitField(label="Đơn vị chủ trì kiểm tra")
    from_on = DateField(label="Từ ngày")
    to_on = DateField(label="Đến hết ngày")
    team = TextField(label="Đoàn kiểm tra", help_text="Trưởng đoàn và thành phần")
    basis = TextField(
        label="Theo chương trình, kế hoạch số", required=False, max_length=120,
        help_text=numbered_like("12/KH"),
    )  # fmt: skip
    combined_with = TextField(
        label="Kết hợp với cuộc kiểm tra số", required=False, max_length=24,
        help_text="Cùng đơn vị, cùng thời gian thì đi một lần. Ví dụ: CTKT-2026-0003",
    )  # fmt: skip

    layout = Layout(
        "programme", "title", pair("topic", "way"), "visited", pair("from_on", "to_on"),
        "unit", "team", "combined_with", "basis", *AROUND,
    )  # fmt: skip

    def __init__(self, *args: Any, subject: Any, **options: Any) -> None:
        root = subject.combined_with
        first = {"combined_with": root.code if root else ""}
        options["initial"] = first | (options.get("initial") or {})
        super().__init__(*args, subject=subject, **options)

    def clean_combined_with(self) -> PlannedVisit | None:
        """The visit with which the others are combined already, where there is one."""
        code = self.cleaned_data["combined_with"]
        if not code:
            return None
        seen = PlannedVisit.objects.visible_to(self.by, on=self.on).kept()
        found: Any = seen.filter(code__iexact=code).exclude(pk=self.subject.pk).first()
        if found is None:
            raise forms.ValidationError(f"Không có cuộc kiểm tra số {code} trong chương trình")
        return found.combined_with or found

    def clean(self) -> dict[str, Any]:
        data = super().clean()
        first, last, root = data.get("from_on"), data.get("to_on"), data.get("combined_with")
        if first and last and last < first:
            self.add_error("to_on", f"Ngày kết thúc không trước ngày bắt đầu, {day(first)}")
        if root and data.get("visited") and root.visited_id != data["visited"].pk:
            self.add_error("combined_with", f"Cuộc {root.code} kiểm tra đơn vị khác")
        if (root and root.pk == self.subject.pk) or (root and self.leads_others()):
            self.add_error("combined_with", "Các cuộc khác đang kết hợp với cuộc này; giữ nguyên")
        return data

    def leads_others(self) -> bool:
        return self.subject.pk is not None and self.subject.combined.exists()


class AmendPlannedVisit(NotePlannedVisit):
    step = "amend"


class StrikePlannedVisit(Strike):
    model = PlannedVisit


class CarryOut(OfEntry):
    model = PlannedVisit
    step = "carry_out"
    held_on = DateField(label="Ngày kiểm tra")
    outcome = LongTextField(label="Kết quả kiểm tra", max_length=5_000, widget=box(4))

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        self.fields["held_on"].latest = on
