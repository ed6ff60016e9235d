"""Choices out of the office's own tables, as they stand on the day of the page."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import OuterRef, Subquery

from citizens import rules
from portal.fields import Commune
from portal.forms.dated_choices import DatedChoice, FieldField, as_of
from portal.people import Position, Unit, User
from portal.text import key, lower_first

KINDS_OF_COMMUNE = ("Xã", "Phường", "Thị trấn", "Đặc khu")


def name_and_kind(commune: Commune) -> tuple[str, str]:
    """("An Phú", "Xã"): a box is searched by typing the name itself."""
    kind = next((kind for kind in KINDS_OF_COMMUNE if commune.name.startswith(f"{kind} ")), "")
    return commune.name.removeprefix(kind).strip(), kind


class ByBareName(forms.models.ModelChoiceIterator):
    """Communes in the order of their names, whatever kind each is."""

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        for row in sorted(self.queryset, key=lambda row: key(name_and_kind(row)[0])):
            yield self.choice(row)


class CommuneField(DatedChoice):
    """Xã, phường."""

    iterator = ByBareName

    def __init__(self, **options: Any) -> None:
        options = {"label": "Xã, phường", "empty_label": "Chọn xã, phường"} | options
        super().__init__(**options)

    def rows(self) -> Any:
        return Commune.objects.all()

    def label_from_instance(self, commune: Any) -> str:
        name, kind = name_and_kind(commune)
        return f"{name} ({lower_first(kind)})" if kind else name


class UnitField(DatedChoice):
    """Đơn vị of the office that can have a petition or a case."""

    def __init__(self, **options: Any) -> None:
        options = {"label": "Đơn vị", "empty_label": "Chọn đơn vị"} | options
        super().__init__(**options)

    def rows(self) -> Any:
        return Unit.objects.exclude(kind=Unit.Kind.HEADQUARTERS)


class ByUnit(forms.models.ModelChoiceIterator):
    """People under their units; first the unit that has the matter."""

    field: PersonField

    def __iter__(self) -> Iterator[Any]:
        if self.field.empty_label is not None:
            yield "", self.field.empty_label
        rows = sorted(self.queryset, key=lambda row: (row.place_pk != self.field.near, row.place))
        for place, people in groupby(rows, key=lambda row: row.place):
            yield place, [self.choice(person) for person in people]


class PersonField(DatedChoice):
    """Cán bộ who work on petitions and cases, each with the unit."""

    code = "username"
    iterator = ByUnit
    near: int | None = None
    """The unit whose people stand first."""
    roles: Iterable[str] = (*rules.CASE_ROLES, "petition_officer")

    def __init__(self, **options: Any) -> None:
        options = {"label": "Cán bộ", "empty_label": "Chọn cán bộ"} | options
        super().__init__(**options)

    def rows(self) -> Any:
        return User.objects.filter(is_active=True)

    def open_on(self, day: date) -> None:
        held = Position.objects.open(as_of=day).filter(role__in=self.roles, unit__isnull=False)
        first = held.filter(user=OuterRef("pk")).order_by("pk")
        self.queryset = (
            self.rows()
            .filter(pk__in=held.values("user"))
            .annotate(
                place=Subquery(first.values("unit__name")[:1]),
                place_pk=Subquery(first.values("unit")[:1]),
            )
        )


def people_of(form: forms.Form, unit: int | None) -> None:
    """Offer the people of this unit before all others."""
    for field in form.fields.values():
        if isinstance(field, PersonField):
            field.near = unit


__all__ = [
    "CommuneField",
    "DatedChoice",
    "FieldField",
    "PersonField",
    "UnitField",
    "as_of",
    "name_and_kind",
    "people_of",
]
