"""Thi hành quyết định: ordered once it has effect, then carried out row by row (NĐ124 Đ31)."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from portal.workflow import Refused, take

from ..enforces import Enforces
from ..execution import Execution
from ..paper import Paper
from ..vocabulary import PaperKind


class EnforcementSteps(Enforces):
    """Chỉ đạo thi hành."""

    decided_on: date | None
    executions: Any
    not_in_effect: Any

    def enforce(self, *, by: Any, on: date, prepared_by: Any = None, draft: str = "") -> None:
        """Chỉ đạo thi hành a decision that has effect; the date of the order ends the five days."""
        with take(self, "enforce", by=by, on=on, prepared_by=prepared_by) as taking:
            if sentence := self.not_in_effect(on=on, act="chỉ đạo thi hành"):
                raise Refused(sentence)
            Paper.draw_up(self, PaperKind.ENFORCEMENT, taking=taking, text=draft)

    def executed_by(self) -> dict[str, Any]:
        return {"case": self}

    @property
    def ordered_on(self) -> date | None:
        return self.decided_on

    def executions_now(self) -> Iterable[Execution]:
        return self.executions.all()
