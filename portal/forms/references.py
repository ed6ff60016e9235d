"""What is named by its number: a task of a plan, an instrument of the register."""

from __future__ import annotations

from typing import Any

from django.core.exceptions import ValidationError

from portal.forms import TextField
from portal.forms.instrument import one_of
from portal.instruments import Instrument
from portal.planning import TaskUnit


class ShareField(TextField):
    """A task by its number; the form says who asks, so that only plans they see are found."""

    def __init__(self, **options: Any) -> None:
        given: dict[str, Any] = {
            "label": "Nhiệm vụ trong kế hoạch",
            "required": False,
            "max_length": 24,
            "help_text": "Số nhiệm vụ, ví dụ NV-2026-0001-01-01; để trống khi không có",
        } | options
        super().__init__(**given)
        self.known = TaskUnit.objects.none()

    def seen_by(self, user: Any, *, on: Any) -> None:
        self.known = TaskUnit.objects.visible_to(user, on=on)

    def clean(self, value: Any) -> TaskUnit | None:
        typed = super().clean(value)
        if not typed:
            return None
        found = self.known.filter(code__iexact=typed).first()
        if found is None:
            raise ValidationError(f"Không thấy nhiệm vụ số {typed}")
        return found


class InstrumentField(TextField):
    """An instrument by number and symbol."""

    def __init__(self, **options: Any) -> None:
        given: dict[str, Any] = {
            "label": "Văn bản số",
            "max_length": 80,
            "help_text": "Số, ký hiệu có trong sổ văn bản, ví dụ 04/2015/NĐ-CP",
        } | options
        super().__init__(**given)

    def clean(self, value: Any) -> Instrument | None:
        typed = super().clean(value)
        return one_of(typed, but=None) if typed else None
