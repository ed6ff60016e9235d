"""Choices out of the office's own tables, as they stand on the day of the page."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django import forms

from portal.fields import Field
from portal.people import Body, Unit


class Dated:
    """Rows that come and go; the form tells the field the day (``open_on``)."""

    code = "code"

    def rows(self) -> Any:
        raise NotImplementedError

    def open_on(self: Any, day: date) -> None:
        self.queryset = self.rows().open(as_of=day)


class DatedChoice(Dated, forms.ModelChoiceField):
    """One of them."""

    def __init__(self, **options: Any) -> None:
        super().__init__(self.rows(), to_field_name=self.code, **options)


class DatedChoices(Dated, forms.ModelMultipleChoiceField):
    """Several of them, each with a box."""

    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        super().__init__(self.rows(), to_field_name=self.code, **options)


class ByField(forms.models.ModelChoiceIterator):
    """Lower fields grouped under the office's fields of management."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        rows = sorted(self.queryset.select_related("parent"), key=place_of)
        for top, group in groupby(rows, key=lambda row: row.parent or row):
            yield top.name, [self.choice(row) for row in group]


def place_of(row: Field) -> tuple:
    top = row.parent or row
    return top.order, top.code, row is not top, row.order, row.code


class FieldField(DatedChoice):
    """Lĩnh vực."""

    iterator = ByField

    def __init__(self, **options: Any) -> None:
        options = {"label": "Lĩnh vực", "empty_label": "Chọn lĩnh vực"} | options
        super().__init__(**options)

    def rows(self) -> Any:
        return Field.objects.all()


class AnyUnitField(DatedChoice):
    """Đơn vị, with the office itself."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": "Đơn vị", "empty_label": "Chọn đơn vị"} | options)

    def rows(self) -> Any:
        return Unit.objects.all()


class UnitsField(DatedChoices):
    """Units other than the office itself."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": "Đơn vị"} | options)

    def rows(self) -> Any:
        return Unit.objects.exclude(kind=Unit.Kind.HEADQUARTERS)


class BodyField(DatedChoice):
    """Tổ chức đảng, đoàn thể, ban."""

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": "Tổ chức", "empty_label": "Chọn tổ chức"} | options)

    def rows(self) -> Any:
        return Body.objects.all()


class BodiesField(DatedChoices):
    def __init__(self, **options: Any) -> None:
        super().__init__(**{"label": "Tổ chức"} | options)

    def rows(self) -> Any:
        return Body.objects.all()


def as_of(form: forms.Form, day: date) -> None:
    """Offer what exists on that day."""
    for field in form.fields.values():
        if isinstance(field, Dated):
            field.open_on(day)
