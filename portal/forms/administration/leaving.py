"""Who leaves names a successor and the decision."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import forms

from portal.forms.base import Form
from portal.forms.texts import TextField, numbered_like
from portal.people import Position, User


class LeavingForm(Form):
    heir = forms.ModelChoiceField(
        User.objects.none(),
        label="Giao việc cho",
        empty_label="Chọn người nhận việc",
        help_text="Việc của đơn vị nào chỉ giao cho người của đơn vị đó",
        to_field_name="username",
    )
    decision = TextField(
        label="Theo quyết định", max_length=200, help_text=numbered_like("Quyết định 12/QĐ")
    )

    def __init__(self, *args: Any, person: User, by: User, on: date, **options: Any) -> None:
        super().__init__(*args, **options)
        held = Position.objects.open(as_of=on).exclude(role="administrator")
        heirs = User.objects.filter(is_active=True, pk__in=held.values("user"))
        self.fields["heir"].queryset = heirs.exclude(pk__in=[person.pk, by.pk])
