"""The calendar as the office keeps it: days unlike their weekday, and the years entered."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.db import models, transaction
from django.utils import timezone

from portal.forms.administration.rows import Row, box_for
from portal.people import User
from portal.workflow import Moving, calendar_changed, moving
from portal.working_days import CalendarYear, Holiday, calendar_with, forget_calendar

SATURDAY = 5
SWAPS = {Holiday.Kind.SWAP_OFF: Holiday.Kind.SWAP_ON, Holiday.Kind.SWAP_ON: Holiday.Kind.SWAP_OFF}
FIRST_YEAR, LAST_YEAR = 1990, 2100


class CalendarRow(Row):
    """Kept in one transaction with the open deadlines that it moves."""

    def keep(self, *, by: User, at: datetime) -> models.Model:
        with transaction.atomic():
            self.write(by=by.key, at=at)
            forget_calendar()
            calendar_changed(by=by.key, on=timezone.localdate(at))
            transaction.on_commit(forget_calendar)
        return self.instance

    def write(self, *, by: str, at: datetime) -> None:
        raise NotImplementedError


class HolidayForm(CalendarRow):
    class Meta:
        model = Holiday
        fields = ("day", "kind", "name", "swapped_with", "decision", "counts")
        formfield_callback = box_for

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields[
            "swapped_with"
        ].help_text = "Chỉ ghi khi hoán đổi. Ngày kia chưa có thì Cổng ghi luôn. Ví dụ: 27/8/2026"
        self.fields["counts"].help_text = "Bỏ đánh dấu để ngày này tính như mọi ngày cùng thứ."

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        kind, other = data.get("kind"), data.get("swapped_with")
        if kind in SWAPS and not other and "swapped_with" not in self.errors:
            self.add_error("swapped_with", "Chưa nhập ngày hoán đổi")
        elif other and kind and kind not in SWAPS:
            self.add_error("swapped_with", "Chỉ ghi ngày này khi nghỉ hoán đổi hoặc làm bù")
        elif other and other == data.get("day"):
            self.add_error("swapped_with", "Ngày hoán đổi phải là ngày khác")
        elif data.get("day") and kind in SWAPS:
            self.refuse_wrong_weekday(data["day"], works=kind == Holiday.Kind.SWAP_ON)
        return data

    def refuse_wrong_weekday(self, on: Any, *, works: bool) -> None:
        weekend = on.weekday() >= SATURDAY
        if works and not weekend:
            self.add_error("day", "Ngày làm bù phải là thứ Bảy hoặc Chủ nhật")
        if not works and weekend:
            self.add_error("day", "Ngày nghỉ hoán đổi phải là ngày từ thứ Hai đến thứ Sáu")

    def rows(self) -> list[Holiday]:
        """The day, and the other half of its swap where nobody has entered it yet."""
        row = self.instance
        if row.kind not in SWAPS or Holiday.objects.filter(day=row.swapped_with).exists():
            return [row]
        partner = Holiday(
            day=row.swapped_with,
            kind=SWAPS[row.kind],
            name=row.name,
            swapped_with=row.day,
            decision=row.decision,
            counts=row.counts,
        )
        return [row, partner]

    def moving(self) -> list[Moving]:
        return moving(calendar_with(days=self.rows()))

    def write(self, *, by: str, at: datetime) -> None:
        for row in self.rows():
            row.edit(by=by, at=at)


class CalendarYearForm(CalendarRow):
    """A year that nobody entered counts weekends and the holidays of fixed date."""

    class Meta:
        model = CalendarYear
        fields = ("year", "decisions", "verified")
        formfield_callback = box_for

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.known = not self.instance._state.adding
        self.fields["year"].disabled = self.known
        self.fields["year"].help_text = (
            "Năm mới được ghi sẵn các ngày lễ cố định; Tết Nguyên đán, Giỗ Tổ, nghỉ bù và hoán đổi"
            " nhập ở mục Lịch làm việc."
        )

    def clean_year(self) -> int:
        year = self.cleaned_data["year"]
        if not FIRST_YEAR <= year <= LAST_YEAR:
            raise forms.ValidationError(f"Năm phải từ {FIRST_YEAR} đến {LAST_YEAR}")
        return year

    def moving(self) -> list[Moving]:
        if self.known:
            return []
        year = self.instance.year
        return moving(calendar_with(days=CalendarYear.fixed_days(year), years=[self.instance]))

    def write(self, *, by: str, at: datetime) -> None:
        if not self.known:
            CalendarYear.enter(self.instance.year, by=by, at=at)
        if self.cleaned_data["verified"]:
            self.instance.confirm(by=by, at=at)
        else:
            self.instance.confirmed_by, self.instance.confirmed_at = "", None
            self.instance.save()
