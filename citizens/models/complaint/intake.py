"""Acceptance of a complaint (KN Đ11, Đ27)."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.grounds import ACCEPTANCE
from portal.grounds import ground as known_ground
from portal.workflow import take

from ... import statutes
from ..paper import Paper
from ..vocabulary import Handling, PaperKind, PetitionStage


class IntakeSteps:
    """Thụ lý, không thụ lý."""

    @property
    def procedure(self) -> statutes.Procedure:
        return statutes.PROCEDURES[self.regime]

    @property
    def settling_rule(self) -> str:
        """Which period for settling the level has (KN Đ28, Đ37, Đ50)."""
        return self.procedure.settling[self.level - 1]

    @property
    def settling_variants(self) -> dict[str, Any]:
        """The period for discipline knows no places hard to reach."""
        remote = self.remote and self.settling_rule != "KN_GQ_KL"
        return {"complex": self.complex, "remote": remote}

    def accept(self, *, by: Any, on: date, prepared_by: Any = None, draft: str = "") -> None:
        """Thụ lý để giải quyết: the period runs from the date that the clerk puts on the notice."""
        with take(self, "accept", by=by, on=on, prepared_by=prepared_by) as taking:
            Paper.draw_up(self, PaperKind.ACCEPTANCE, taking=taking, text=draft)
            self.tell_petition(PetitionStage.ACCEPTED)

    def decline(
        self,
        *,
        by: Any,
        on: date,
        ground: str,
        reason: str,
        prepared_by: Any = None,
        draft: str = "",
    ) -> None:
        """Không thụ lý, on a ground of KN Đ11."""
        with take(self, "decline", by=by, on=on, prepared_by=prepared_by) as taking:
            Paper.draw_up(self, PaperKind.REFUSAL, taking=taking, text=draft)
            told = f"{known_ground(ACCEPTANCE, ground).told}. {reason}".strip(" .")
            handling = Handling.DECLINED
            self.tell_petition(PetitionStage.DECLINED, handling=handling, ground=told)
            taking.facts["ground"] = ground
            taking.values["reason"] = reason

    def not_accepted_on_paper(self) -> str:
        return "" if self.accepted_on else "thông báo thụ lý chưa có số và ngày."
