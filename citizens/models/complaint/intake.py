"""Acceptance of a complaint (KN Đ11, Đ27)."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.workflow import take

from ..paper import Paper
from ..side_records import RefusalGround
from ..vocabulary import Handling, PaperKind, PetitionStage


class IntakeSteps:
    """Thụ lý, không thụ lý."""

    @property
    def settling_rule(self) -> str:
        """Which period for settling the level has (KN Đ28, Đ37)."""
        return "KN_GQ2" if self.level == 2 else "KN_GQ1"

    @property
    def settling_variants(self) -> dict[str, Any]:
        return {"complex": self.complex, "remote": self.remote}

    def accept(self, *, by: Any, on: date, prepared_by: Any = None, draft: str = "") -> None:
        """Thụ lý để giải quyết: the period runs from the date that the clerk puts on the notice."""
        with take(self, "accept", by=by, on=on, prepared_by=prepared_by):
            self._draw_up(
                PaperKind.ACCEPTANCE, "accept", by=by, on=on, prepared_by=prepared_by, text=draft
            )
            self._tell_petition(PetitionStage.ACCEPTED)

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
        """Không thụ lý, with one of the nine grounds of KN Đ11."""
        with take(self, "decline", by=by, on=on, prepared_by=prepared_by) as taking:
            self._draw_up(
                PaperKind.REFUSAL, "decline", by=by, on=on, prepared_by=prepared_by, text=draft
            )
            self._tell_petition(PetitionStage.DECLINED, handling=Handling.DECLINED)
            words = RefusalGround(ground)
            told = f"{words.label} ({words.clause}). {reason}"
            self.petition.ground = told.strip(" .")
            self.petition.save(update_fields=["ground"])
            taking.facts["ground"] = ground
            taking.values["reason"] = reason

    def not_accepted_on_paper(self) -> str:
        return "" if self.accepted_on else "thông báo thụ lý chưa có số và ngày."

    def _draw_up(
        self, kind: str, step: str, *, by: Any, on: date, prepared_by: Any, text: str
    ) -> Any:
        return Paper.draw_up(
            self, kind, step=step, by=by, on=on, prepared_by=prepared_by, text=text
        )

    def _tell_petition(self, stage: str, **changes: Any) -> None:
        petition = self.petition.lock()
        petition.stage = stage
        for name, value in changes.items():
            setattr(petition, name, value)
        petition.save()
