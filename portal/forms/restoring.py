"""Restoring an account: what was lost, and how the asker knows whom he has before him."""

from __future__ import annotations

from django import forms

from portal.factors import Restoration
from portal.forms.base import Form
from portal.forms.texts import TextField


class RestoringForm(Form):
    lost = forms.ChoiceField(
        label="Đã mất", choices=Restoration.Lost.choices, widget=forms.RadioSelect
    )
    known_by = TextField(
        label="Đã xác minh đúng người bằng cách",
        help_text="Ví dụ: gặp trực tiếp, gọi số máy nội bộ đã biết",
    )
