"""Restoring an account: what was lost, and how the asker knows whom he has before him."""

from __future__ import annotations

from typing import Any, cast

from django import forms

from portal.factors import Restoration
from portal.forms.base import Form
from portal.forms.texts import TextField
from portal.people import User

LOST = Restoration.Lost


class RestoringForm(Form):
    lost = forms.ChoiceField(label="Lý do", widget=forms.RadioSelect)
    known_by = TextField(
        label="Đã xác minh đúng người bằng cách",
        help_text="Ví dụ: gặp trực tiếp, gọi số máy nội bộ đã biết",
    )

    def __init__(self, *args: Any, person: User, **options: Any) -> None:
        """A closed account is opened again; there is nothing else to ask for."""
        super().__init__(*args, **options)
        reasons = (LOST.PASSWORD, LOST.FACTOR) if person.is_active else (LOST.CLOSED,)
        lost = cast(forms.ChoiceField, self.fields["lost"])
        lost.choices = [(each.value, each.label) for each in reasons]
        if not person.is_active:
            lost.initial = LOST.CLOSED
