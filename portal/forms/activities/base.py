"""What a line of every register asks, and how it is told to its verb."""

from __future__ import annotations

from datetime import date
from typing import Any

from crispy_forms.layout import Div
from django import forms

from portal.activities.entries import Programme
from portal.forms.choices import ChoiceField
from portal.forms.dated_choices import AnyUnitField, FieldField, as_of
from portal.forms.dates import DateField
from portal.forms.files import FilesField, received
from portal.forms.numbers import NumberField
from portal.forms.step import StepForm
from portal.forms.texts import LongTextField, TextField
from portal.people import Unit
from portal.planning import TaskUnit

MOST = 1_000_000
AROUND = ("field", "share", "file")
"""Asked last, of every register."""


def box(rows: int) -> forms.Textarea:
    return forms.Textarea(attrs={"rows": rows})


def count(label: str, **options: Any) -> NumberField:
    return NumberField(label=label, min_value=0, max_value=MOST, **options)


def choice(label: str, choices: Any) -> ChoiceField:
    """One of several; the first is a question, not an answer."""
    return ChoiceField(label=label, choices=[("", "Chọn"), *choices.choices], widget=forms.Select)


def pair(*names: str) -> Div:
    return Div(*names, css_class="pair")


class OfEntry(StepForm):
    """A step of a line whose choices are those of the day."""

    def __init__(self, *args: Any, on: date, **options: Any) -> None:
        super().__init__(*args, on=on, **options)
        as_of(self, on)

    def share_named(self, code: str) -> TaskUnit:
        """A task that the reader sees, by its number."""
        seen = TaskUnit.objects.visible_to(self.by, on=self.on).select_related("task")
        found = seen.filter(code__iexact=code).first()
        if found is None:
            raise forms.ValidationError(
                f"Không có nhiệm vụ số {code}; chép số ở đầu trang nhiệm vụ, ví dụ KH-2026-0001-6-3"
            )
        return found


class EntryForm(OfEntry):
    """Ghi vào sổ, and the same questions again to put a line right."""

    step = "note"
    programme = ChoiceField(label="Tính cho chương trình", choices=Programme.choices)
    title = TextField(label="Nội dung")
    from_on = DateField(label="Ngày")
    unit = AnyUnitField(label="Đơn vị thực hiện")
    field = FieldField(required=False, empty_label="Không riêng lĩnh vực nào")
    share = TextField(
        label="Thuộc nhiệm vụ số", required=False, max_length=40,
        help_text="Chép số của nhiệm vụ trong kế hoạch, nếu có",
    )  # fmt: skip
    file = FilesField(label="Tài liệu kèm theo", required=False)

    future = False
    """Whether it may be written down before it happens."""

    def __init__(self, *args: Any, subject: Any, by: Any, on: date, **options: Any) -> None:
        first = answered(subject) if subject.pk else {"unit": own_unit(by, on=on)}
        options["initial"] = first | (options.get("initial") or {})
        super().__init__(*args, subject=subject, by=by, on=on, **options)
        if not self.future:
            self.fields["from_on"].latest = on

    def clean_share(self) -> TaskUnit | None:
        code = self.cleaned_data["share"]
        return self.share_named(code) if code else None

    def clean(self) -> dict[str, Any]:
        data = super().clean() or {}
        files = received(self, "file", by=self.by)
        if len(files) > 1:
            self.add_error("file", "Chỉ gửi một tệp")
        data["file"] = files[0] if files else self.subject.file
        return data

    def take(self, *, by: Any, on: date, prepared_by: Any = None) -> Any:
        if self.subject.pk:
            return self.subject.amend(by=by, on=on, **self.arguments())
        self.subject = self.subject.note(by=by, on=on, **self.arguments())
        return self.subject


def answered(subject: Any) -> dict[str, Any]:
    """What a line says, as the form asks it."""
    columns = {each.name: getattr(subject, each.attname) for each in subject._meta.concrete_fields}
    coded = ("unit", "field", "visited", "visit", "share")
    spelled = {name: getattr(subject, name) for name in coded if hasattr(subject, name)}
    return columns | {name: row and row.code for name, row in spelled.items()} | {"file": None}


def own_unit(by: Any, *, on: date) -> str:
    held: list[Unit] = [row.unit for row in by.positions_on(on) if row.unit_id]
    return held[0].code if held else ""


class Strike(OfEntry):
    """Gạch khỏi sổ."""

    step = "strike"
    danger = True
    reason = LongTextField(label="Lý do gạch", max_length=300, widget=box(3))


__all__ = ["AROUND", "EntryForm", "OfEntry", "Strike", "box", "choice", "count", "pair"]
