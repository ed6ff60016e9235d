"""Đôn đốc: a letter to whoever is behind with a petition or a case."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.text import day
from portal.workflow import Refused, take

from .owed import Urging
from .paper import Paper
from .vocabulary import PaperKind


class Urged:
    """Of petitions and cases."""

    def urge(
        self,
        *,
        by: Any,
        on: date,
        addressee: str,
        due_on: date,
        ground: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        if due_on <= on:
            raise Refused(f"Ngày yêu cầu trả lời phải sau hôm nay, {day(on)}.", field="due_on")
        with take(self, "urge", by=by, on=on, prepared_by=prepared_by) as taking:
            paper = Paper.draw_up(self, PaperKind.URGING, taking=taking, text=draft)
            Urging.objects.create(
                **self.as_owner(), addressee=addressee, due_on=due_on, paper=paper
            )
            taking.facts["due"] = due_on.isoformat()
            taking.values.update(addressee=addressee, ground=ground)
