"""Entering an instrument, putting it right, saying how it stands to another."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from portal import history
from portal.working_days import days_after


class Keeping:
    """Verbs of an instrument."""

    @classmethod
    @transaction.atomic
    def enter(cls, *, by: Any, on: date, **facts: Any) -> Any:
        """Vào sổ văn bản."""
        made: Any = cls
        instrument = made(entered_by=by, entered_on=on, **facts)
        instrument.search_text = instrument.words_to_search()
        instrument.save()
        instrument.keep("enter", "Vào sổ văn bản", by=by, on=on, changed=facts)
        return instrument

    @transaction.atomic
    def amend(self: Any, *, by: Any, on: date, **facts: Any) -> None:
        """Sửa thông tin văn bản: what changed is kept."""
        changed = {name: value for name, value in facts.items() if getattr(self, name) != value}
        for name, value in changed.items():
            setattr(self, name, value)
        self.search_text = self.words_to_search()
        self.save()
        self.keep("amend", "Sửa thông tin văn bản", by=by, on=on, changed=changed)

    @transaction.atomic
    def relate(
        self: Any, other: Any, *, kind: str, by: Any, on: date, ends_on: date | None = None
    ) -> Any:
        """Ghi quan hệ; where this one ends the other, the other's last day is written down."""
        relation, new = self.relations.get_or_create(other=other, kind=kind)
        if ends_on:
            last = days_after(ends_on, -1)
            other.amend(by=by, on=on, in_force_to=last, force_note=f"theo {self.cited}"[:300])
        if new:
            words = {f"{relation.get_kind_display()}": other.cited}
            history.record(
                self.stream, "relate", by=by.key, on=on, label="Ghi quan hệ", values=words
            )
        return relation

    def keep(
        self: Any, step: str, label: str, *, by: Any, on: date, changed: dict[str, Any]
    ) -> None:
        names = {name: str(self._meta.get_field(name).verbose_name) for name in changed}
        values = {names[name]: str(value) for name, value in changed.items() if value}
        history.record(self.stream, step, by=by.key, on=on, label=label, values=values)
