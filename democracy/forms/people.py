"""Choosing one of the people who work in the office, each with post and unit."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms
from django.db.models import OuterRef, Subquery

from portal.people import Position, Unit, User


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
        held = Position.objects.open(as_of=on).filter(unit__isnull=False)
        if unit and unit.kind == Unit.Kind.SUBORDINATE:
            held = held.filter(unit=unit)
        post = held.filter(user=OuterRef("pk")).order_by("pk")
        self.queryset = (
            User.objects.filter(is_active=True, pk__in=held.values("user"))
            .annotate(post=Subquery(post.values("title")[:1]))
            .annotate(works_in=Subquery(post.values("unit__name")[:1]))
        )

    def label_from_instance(self, user: Any) -> str:
        told = ", ".join(filter(None, [user.post, user.works_in]))
        return f"{user} ({told})" if told else str(user)
