"""The steps that a reader finds on the page of a petition or case, and why others are closed."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.permissions import is_head, is_leader

from ..models.corrections import last_move, not_retractable
from ..models.vocabulary import CaseStage
from ..words.course import then_of

EVERYDAY = (
    *("assign", "pass_on", "add_signers", "write", "attach", "correct", "retract"),
    *("flag", "lift_flag", "recommend", "name_cause", "report_nationally"),
    *("add_execution", "drop_execution"),
)
SELDOM = (
    *("report_back", "record_reply", "urge", "split", "settle_at_once", "open_second_level"),
    *("go_with", "go_alone"),
)
FROM_OUTSIDE = ("report_back", "record_reply", "urge", "split", "withdraw", "withdraw_part")
"""Never what is to be done next: they answer what somebody outside did or left undone."""

AFTER_EFFECT = ("enforce", "close")

ASIDE = (
    *EVERYDAY,
    *SELDOM,
    "examine",
    "follow",
    "carry_out",
    "withdraw",
    "withdraw_part",
    "send_out",
    "sign_paper",
)
"""Acts whose absence needs no reason: they follow from somebody else's act."""


def steps_for(
    user: Any, case: Any, lists: dict[str, list], events: list[Any], *, on: date
) -> dict[str, Any]:
    """The steps of the law with their reasons, and apart from them the everyday acts.

    A document without a step is signed from its own page.
    """
    not_now = {"sign_paper", *case.steps_on_their_way()}
    last = last_move(event for event in events if event.stream == case.stream)
    if not_retractable(case, last, by=user, on=on):
        not_now.add("retract")
    allowed = [
        step for step in case.workflow.open_to(user, case, on=on) if step.name not in not_now
    ]
    closed = case.workflow.closed_to(user, case, on=on)
    if case.stage == CaseStage.SETTLED:
        allowed, closed = after_decision(case, lists, allowed, closed, on=on)
    usual = [step for step in allowed if step.name not in (*EVERYDAY, *FROM_OUTSIDE)]
    instructs = is_leader(user, case, on=on) or is_head(user, case, on=on)
    return {
        "open": [*usual, *(step for step in allowed if step.name in FROM_OUTSIDE)],
        "none_leads": not usual,
        "then": "" if case.steps_on_their_way() else then_of(case),
        "everyday": [step for step in allowed if step.name in EVERYDAY],
        "closed": [(step, why) for step, why in closed if step.name not in ASIDE],
        "instructs": instructs and case.keeps_words,
    }


def after_decision(
    case: Any, lists: dict[str, list], allowed: list[Any], closed: list[Any], *, on: date
) -> tuple[list[Any], list[Any]]:
    """What was done once stands last and needs no reason; the end waits for the effect."""
    ordered = [
        paper for paper in lists["papers"] if paper.step == "enforce" and not paper.voided_on
    ]
    done = {
        "serve": lists["services"],
        "publicise": lists["publications"],
        "enforce": ordered,
        "close": case.not_carried_out(),
    }
    allowed.sort(key=lambda step: bool(done.get(step.name)))
    closed = [(step, why) for step, why in closed if not done.get(step.name)]
    for step in [step for step in allowed if step.name in AFTER_EFFECT]:
        if sentence := case.not_in_effect(on=on, act=step.label):
            allowed.remove(step)
            closed.append((step, sentence))
    return allowed, closed
