"""Hỏi chính sách: a question and its answer, not a đơn unless the office has said otherwise."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import transaction

from portal.office import Known, declare, setting
from portal.people import Unit, User
from portal.workflow import Step, Workflow, take

from .. import rules
from .case import Case
from .desk_item import everyday_steps
from .flagged import flag_steps
from .national import national_step
from .party import Party
from .petition import Petition
from .petition.intake import petition_unit
from .vocabulary import CaseStage, Kind, Outcome

if TYPE_CHECKING:
    from portal.attachments import File

STAGE = CaseStage
AS_QUESTION, AS_PETITION = "hoi_dap", "don"

declare(
    Known(
        "policy_questions",
        "Câu hỏi về chế độ, chính sách",
        "Hỏi chính sách được trả lời như một lượt hỏi đáp có sổ riêng, hoặc vào sổ và xử lý như"
        " đơn.",
        AS_QUESTION,
        lambda on: {AS_QUESTION: "hỏi đáp, không tính là đơn", AS_PETITION: "vào sổ như đơn"},
    )
)


class PolicyQuestion(Case):
    """Hỏi chính sách."""

    book = "HCS"
    opening_step = "entrust"

    workflow = Workflow(
        Step("entrust", "giao giải quyết", (), STAGE.HANDLING, rules.anybody),
        Step("answer", "trả lời", (STAGE.HANDLING,), STAGE.ANSWERED, rules.answers_question),
        national_step(STAGE),
        *flag_steps(STAGE),
        *everyday_steps(open_at=(STAGE.HANDLING,), kept_at=STAGE),
    )

    class Meta:
        proxy = True

    def take_over_clocks(self, petition: Any) -> None:
        """The office's own period for an answer, counted from the receipt."""
        self.start_clock("PAKN_TRA_LOI", on=petition.received_on)

    def answer(self, *, by: Any, on: date, conclusion: str) -> None:
        """Trả lời at once, on the page that the citizen looks up: no letter has to be signed."""
        with take(self, "answer", by=by, on=on) as taking:
            self.notes.create(text=conclusion, to_citizen=True, by=by, on=on)
            self.outcome, self.decided_on = Outcome.ANSWERED, on
            taking.facts["stopped"] = self.end(on=on)
            taking.values["conclusion"] = conclusion


Case.own_kinds[Kind.POLICY_QUESTION] = PolicyQuestion


def counts_as_petition(*, on: date) -> bool:
    return setting("policy_questions", as_of=on) == AS_PETITION


@transaction.atomic
def ask(
    *,
    by: Any,
    on: date,
    received_on: date,
    parties: Iterable[Party] = (),
    files: Iterable[File] = (),
    unit: Unit | None = None,
    officer: User | None = None,
    **facts: Any,
) -> PolicyQuestion:
    """Ghi câu hỏi: it goes straight to whoever answers it, under one number of the book ``HCS``.

    ``facts``: columns of the letter, such as ``title``, ``content``, ``field``, ``channel``.
    """
    letter = Petition.register(
        by=by,
        on=on,
        received_on=received_on,
        parties=parties,
        files=files,
        question=True,
        **facts | {"kind": Kind.POLICY_QUESTION},
    )
    letter.classify(by=OFFICE, on=on, kind=letter.kind, eligible=True, competent=True)
    return letter.entrust(by=OFFICE, on=on, unit=unit or petition_unit(on), officer=officer)


OFFICE = "portal"
