"""What the law attaches to the date of a numbered paper: clocks stopped, started, paused."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from portal.text import day
from portal.workflow import Refused

from .. import statutes
from .enforces import ENFORCING, IN_EFFECT
from .vocabulary import PaperKind


def handled(item: Any, dated_on: date) -> None:
    """Guidance and forwarding end the handling of the petition."""
    item.stop_clocks(on=dated_on)
    item.owe_report_back(on=dated_on)


def sent_back(item: Any, dated_on: date) -> None:
    """Whoever forwarded it has it again and knows."""
    item.stop_clocks(on=dated_on)


def reported_back(item: Any, dated_on: date) -> None:
    item.stop_clocks("TCD_PHUC_DAP", on=dated_on)


def settled_for_forwarder(case: Any, dated_on: date) -> None:
    case.petition.lock().owe_report_back(on=dated_on)


def accepted(case: Any, dated_on: date) -> None:
    """Thông báo thụ lý ends the period for acceptance, starts that for settling (KN Đ27, Đ28)."""
    case.accepted_on = dated_on
    case.stop_clocks(*statutes.ACCEPTING, on=dated_on)
    case.start_clock(case.settling_rule, on=dated_on, **case.settling_variants)
    if case.first_case:
        case.first_case.yield_to_second(on=dated_on, decided=False)


def declined(case: Any, dated_on: date) -> None:
    case.end(on=dated_on)
    settled_for_forwarder(case, dated_on)


def suspended(case: Any, dated_on: date) -> None:
    """Quyết định tạm đình chỉ (14a): the period for settling stands still (NĐ155 Đ28b)."""
    running = case.settling_clock()
    if running is None:
        raise Refused("Chưa có thời hạn giải quyết đang chạy để tạm dừng.")
    running.pause(on=dated_on)
    case.paused_from = dated_on
    case.start_clock("KN_TDC_GUI", on=dated_on)


def resumed(case: Any, dated_on: date) -> None:
    """Quyết định tiếp tục (14b): the period runs on from the date of this paper."""
    if case.paused_from and dated_on < case.paused_from:
        since = day(case.paused_from)
        raise Refused(
            f"Ngày tiếp tục không được trước ngày tạm đình chỉ, {since}.", field="dated_on"
        )
    if clock := case.settling_clock():
        clock.resume(on=dated_on)
    case.paused_from = None
    case.start_clock("KN_TDC_GUI", on=dated_on)


def terminated(case: Any, dated_on: date) -> None:
    case.end(on=dated_on)
    settled_for_forwarder(case, dated_on)


def decided(case: Any, dated_on: date) -> None:
    """Quyết định giải quyết: sending, publicity and effect are counted from its date."""
    if case.accepted_on is None or dated_on < case.accepted_on:
        since = f", {day(case.accepted_on)}" if case.accepted_on else ""
        raise Refused(f"Ngày quyết định không được trước ngày thụ lý{since}.", field="dated_on")
    case.decided_on = dated_on
    case.stop_clocks(on=dated_on)
    case.start_clock("KN_GUI2" if case.level == 2 else "KN_GUI1", on=dated_on)
    case.start_known_clocks("KN_CONG_KHAI", on=dated_on)
    case.start_clock("KN_HIEU_LUC", on=dated_on, remote=case.remote)
    to_be_enforced(case)
    settled_for_forwarder(case, dated_on)
    if case.first_case:
        case.first_case.yield_to_second(on=dated_on, decided=True)


def to_be_enforced(case: Any) -> None:
    """The days for ordering its execution begin with the effect (NĐ124 Đ31.1)."""
    effect = case.clocks.get(rule=IN_EFFECT, stopped_on=None)
    case.start_known_clocks(ENFORCING, on=effect.due + timedelta(days=1))


def enforced(case: Any, dated_on: date) -> None:
    case.stop_clocks(ENFORCING, on=dated_on)


def answered(case: Any, dated_on: date) -> None:
    case.decided_on = dated_on
    case.end(on=dated_on)
    settled_for_forwarder(case, dated_on)


EFFECTS: dict[str, Callable[[Any, date], None]] = {
    PaperKind.GUIDANCE: handled,
    PaperKind.FORWARDING: handled,
    PaperKind.SENDING_BACK: sent_back,
    PaperKind.REPORT_BACK: reported_back,
    PaperKind.ACCEPTANCE: accepted,
    PaperKind.REFUSAL: declined,
    PaperKind.SUSPENSION: suspended,
    PaperKind.RESUMPTION: resumed,
    PaperKind.TERMINATION: terminated,
    PaperKind.DECISION: decided,
    PaperKind.ENFORCEMENT: enforced,
    PaperKind.ANSWER: answered,
}
