"""Choosing among the people who work in the office, each with post and unit."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from itertools import groupby
from typing import Any

from django import forms
from django.db.models import OuterRef, QuerySet, Subquery

from portal.forms.dated_choices import Dated
from portal.people import Position, Role, Unit, User


def at_work(*, on: date, unit: Unit | None = None) -> QuerySet[User]:
    """Who holds a post on that day; whoever only keeps the portal running goes nowhere with it."""
    held = Position.objects.open(as_of=on).filter(unit__isnull=False)
    held = held.exclude(role=Role.ADMINISTRATOR)
    if unit:
        held = held.filter(unit=unit)
    post = held.filter(user=OuterRef("pk")).order_by("pk")
    return User.objects.filter(is_active=True, pk__in=held.values("user")).annotate(
        post=Subquery(post.values("title")[:1]),
        works_in=Subquery(post.values("unit__name")[:1]),
        works_at=Subquery(post.values("unit")[:1]),
    )


class PersonField(forms.ModelChoiceField):
    """Một người trong cơ quan, hoặc trong một đơn vị."""

    def __init__(self, **options: Any) -> None:
        super().__init__(
            User.objects.none(),
            **{"label": "Người", "empty_label": "Chọn người", "to_field_name": "username"}
            | options,
        )

    def work_in(self, unit: Unit | None, *, on: date) -> None:
        """Offer who works there on that day; without a unit, in the whole office."""
        within = unit if unit and unit.kind == Unit.Kind.SUBORDINATE else None
        self.queryset = at_work(on=on, unit=within)

    def label_from_instance(self, user: Any) -> str:
        told = ", ".join(filter(None, [user.post, user.works_in]))
        return f"{user} ({told})" if told else str(user)


class ByUnit(forms.models.ModelChoiceIterator):
    """Colleagues stand together."""

    def __iter__(self) -> Iterator[Any]:
        rows = self.queryset.order_by("works_at", "pk")
        for unit, group in groupby(rows, key=lambda row: row.works_in):
            yield unit, [self.choice(row) for row in group]


class PeopleField(Dated, forms.ModelMultipleChoiceField):
    """Several of the office, unit by unit."""

    iterator = ByUnit
    widget = forms.CheckboxSelectMultiple

    def __init__(self, **options: Any) -> None:
        super().__init__(User.objects.none(), to_field_name="username", **options)

    def open_on(self, day: date) -> None:
        self.queryset = at_work(on=day)

    def label_from_instance(self, user: Any) -> str:
        return f"{user}, {user.post}" if user.post else str(user)
