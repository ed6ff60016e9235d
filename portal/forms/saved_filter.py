"""A name for what a list is asked, and who finds it beside the list."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.filters import SavedFilter
from portal.forms.base import Form
from portal.forms.choices import ChoiceField
from portal.forms.texts import TextField
from portal.people import User

ONLY_ME = "chi-toi"


class SavedFilterForm(Form):
    """Tên bộ lọc, và ai dùng."""

    name = TextField(label="Tên bộ lọc", max_length=60, help_text="Ngắn, ví dụ: Khiếu nại quá hạn")
    readers = ChoiceField(label="Ai thấy bộ lọc này?", choices=[])

    def __init__(self, *args: Any, by: User, on: date, saved: SavedFilter, **options: Any) -> None:
        self.by, self.saved = by, saved
        self.units = {row.unit.code: row.unit for row in by.positions_on(on) if row.unit}
        first = saved.unit.code if saved.unit else ONLY_ME
        options.setdefault("initial", {"name": saved.name, "readers": first})
        super().__init__(*args, **options)
        shared = [(code, f"Cả {unit}") for code, unit in self.units.items()]
        self.fields["readers"].choices = [(ONLY_ME, "Chỉ mình tôi"), *shared]

    def clean_name(self) -> str:
        name = self.cleaned_data["name"]
        same = SavedFilter.objects.filter(owner=self.by, at=self.saved.at, name=name)
        if same.exclude(pk=self.saved.pk).exists():
            self.add_error("name", "Đồng chí đã có bộ lọc mang tên này; đặt tên khác")
        return name

    def keep(self) -> SavedFilter:
        self.saved.name = self.cleaned_data["name"]
        self.saved.unit = self.units.get(self.cleaned_data["readers"])
        self.saved.save()
        return self.saved
