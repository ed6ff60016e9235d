"""Kiến nghị, phản ánh: entrusted to a unit, which answers."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.workflow import Step, Workflow, take

from .. import rules
from .case import Case, urge_step
from .cause import Explained, cause_step
from .desk_item import everyday_steps
from .flagged import flag_steps
from .national import national_step
from .paper import Paper
from .vocabulary import CaseStage, Kind, Outcome, PaperKind

STAGE = CaseStage


class Feedback(Explained, Case):
    """Kiến nghị, phản ánh."""

    book = "KNPA"
    opening_step = "entrust"

    workflow = Workflow(
        # who may entrust was asked of the petition: the case already belongs to the other unit
        Step("entrust", "giao giải quyết", (), STAGE.HANDLING, rules.anybody),
        Step(
            "answer",
            "trả lời",
            (STAGE.HANDLING,),
            STAGE.ANSWERED,
            rules.answers_citizen,
            prepared_by=rules.in_charge,
        ),
        urge_step((STAGE.HANDLING,)),
        cause_step(),
        national_step(STAGE),
        *flag_steps(STAGE),
        *everyday_steps(open_at=(STAGE.HANDLING,), kept_at=STAGE),
    )

    class Meta:
        proxy = True

    def take_over_clocks(self, petition: Any) -> None:
        """The office's own period for an answer, counted from the receipt."""
        self.start_clock("PAKN_TRA_LOI", on=petition.received_on)

    def answer(
        self, *, by: Any, on: date, conclusion: str, prepared_by: Any = None, draft: str = ""
    ) -> None:
        """Trả lời: what the citizen reads, on the look-up page and in the letter."""
        with take(self, "answer", by=by, on=on, prepared_by=prepared_by) as taking:
            Paper.draw_up(self, PaperKind.ANSWER, taking=taking, text=draft or conclusion)
            self.notes.create(text=conclusion, to_citizen=True, by=by, on=on)
            self.outcome = Outcome.ANSWERED
            taking.values["conclusion"] = conclusion


for kind in (Kind.PROPOSAL, Kind.FEEDBACK):
    Case.own_kinds[kind] = Feedback
