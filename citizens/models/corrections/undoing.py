"""How each step is undone on the day it was taken, while its paper has no number yet."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from portal import registers
from portal.documents.versions import WordVersion
from portal.instructions import Instruction
from portal.submissions import Submission
from portal.workflow import Refused

from ... import statutes
from .. import tally
from ..vocabulary import Handling, PetitionStage

Undo = Callable[[Any, Any], None]
"""Told the item and the event of the step; the step's papers are already void."""


def reopen(item: Any, event: Any) -> None:
    """The periods that the step itself had stopped run again, those it had started are gone."""
    for clock in item.clocks.filter(pk__in=event.facts.get("stopped", ())):
        clock.reopen()
    item.clocks.filter(pk__in=event.facts.get("started", ())).delete()
    item.refresh_due()


# petitions


def unclassified(petition: Any, event: Any) -> None:
    petition.eligible = petition.competent = None
    petition.ground = ""


def unasked(petition: Any, event: Any) -> None:
    """What the citizen was asked for disappears from the look-up page."""
    petition.notes.filter(to_citizen=True, on=event.on, text=event.values.get("missing")).delete()
    petition.ground = ""


def unhandled(petition: Any, event: Any) -> None:
    petition.handling, petition.handled_on = Handling.PENDING, None
    petition.addressee = ""


def unjoined(petition: Any, event: Any) -> None:
    unhandled(petition, event)
    petition.matter = None


def unopened(petition: Any, event: Any) -> None:
    """The case goes while nothing has been done in it; its number stays, crossed out."""
    case = petition.case.own_kind()
    waits = Submission.objects.open().about(case).exists()
    if case.matter.petitions.filter(stage=PetitionStage.JOINED).exists():
        raise Refused(f"Đã có đơn ghép vào vụ việc {case.code}; bỏ ghép các đơn ấy trước.")
    if case.version > 1 or waits or Instruction.objects.about(case).exists():
        raise Refused(f"Vụ việc {case.code} đã có việc làm tiếp nên không rút lại được.")
    case.clocks.filter(rule__in=statutes.ACCEPTING).update(petition=petition, case=None)
    case.clocks.all().delete()
    case.assignments.all().delete()
    tally.change(case.counted(), {})
    number = registers.Number.objects.get(code=case.code)
    number.void(by=event.by, on=event.on, reason="Rút lại bước mở vụ việc")
    case.delete()
    unhandled(petition, event)


# cases


def unaccepted(case: Any, event: Any) -> None:
    case.tell_petition(PetitionStage.PROPOSED, handling=Handling.ACCEPTED, ground="")


def unordered(case: Any, event: Any) -> None:
    case.verification_members.filter(team__paper__voided_on=event.on).delete()
    case.teams.filter(members=None).delete()


def unreported(case: Any, event: Any) -> None:
    case.attachments.filter(pk__in=event.facts.get("files", ())).delete()
    case.findings.latest("pk").delete()


def uninvited(case: Any, event: Any) -> None:
    case.dialogues.filter(held_on=None).latest("pk").delete()


def unheld(case: Any, event: Any) -> None:
    dialogue = case.dialogues.exclude(held_on=None).latest("pk")
    dialogue.held_on, dialogue.minutes, dialogue.absent = None, "", ""
    dialogue.save()


def undecided(case: Any, event: Any) -> None:
    case.decisions.filter(paper__voided_on=event.on).delete()
    case.outcome = ""


def unsuspended(case: Any, event: Any) -> None:
    case.pauses.filter(resumed_by_paper=None).latest("pk").delete()
    case.stage_before_pause = ""


def unresumed(case: Any, event: Any) -> None:
    case.pauses.filter(resumed_by_paper__voided_on=event.on).update(resumed_by_paper=None)
    case.stage_before_pause = event.facts["stage"][1]


def unended(case: Any, event: Any) -> None:
    case.outcome = ""


def unclosed(case: Any, event: Any) -> None:
    case.closed_on = None


def unserved(case: Any, event: Any) -> None:
    case.decision.services.latest("pk").delete()


def unpublished(case: Any, event: Any) -> None:
    case.decision.publications.latest("pk").delete()


def unwithdrawn(case: Any, event: Any) -> None:
    case.withdrawals.filter(part=event.step == "withdraw_part").latest("pk").delete()


def unanswered(case: Any, event: Any) -> None:
    case.notes.filter(to_citizen=True, on=event.on, text=event.values.get("conclusion")).delete()
    case.outcome, case.decided_on, case.closed_on = "", None, None


def unrecorded(petition: Any, event: Any) -> None:
    petition.replies.latest("pk").delete()
    petition.urgings.filter(answered_on=event.on).update(answered_on=None)


def unurged(item: Any, event: Any) -> None:
    """The letter is void; its row says so by its paper."""


def unenforced(case: Any, event: Any) -> None:
    """The paper is void and the five days still run."""


def unsigned(item: Any, event: Any) -> None:
    """The paper is void, and its Word versions wait for a signature again."""
    void = item.papers.filter(step="sign_paper", voided_on=event.on, word__isnull=False)
    for paper in void:
        WordVersion.objects.about(item).filter(
            code=paper.form, closed_on=event.on, pk__lte=paper.word_id
        ).update(closed_on=None)


def unreturned(petition: Any, event: Any) -> None:
    """The paper is void and the period still runs: it stops with the number alone."""


UNDO: dict[str, Undo] = {
    "classify": unclassified,
    "request_supplement": unasked,
    "propose": unopened,
    "open_second_level": unopened,
    "entrust": unopened,
    "guide": unhandled,
    "forward": unhandled,
    "send_back": unhandled,
    "shelve": unhandled,
    "join": unjoined,
    "accept": unaccepted,
    "decline": unaccepted,
    "order_verification": unordered,
    "report_findings": unreported,
    "invite": uninvited,
    "hold_dialogue": unheld,
    "settle": undecided,
    "settle_at_once": undecided,
    "suspend": unsuspended,
    "resume": unresumed,
    "terminate": unended,
    "serve": unserved,
    "publicise": unpublished,
    "close": unclosed,
    "withdraw": unwithdrawn,
    "withdraw_part": unwithdrawn,
    "answer": unanswered,
    "record_reply": unrecorded,
    "report_back": unreturned,
    "urge": unurged,
    "enforce": unenforced,
    "sign_paper": unsigned,
}
