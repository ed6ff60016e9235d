"""What the law attaches to the date of a numbered paper about a denunciation."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from portal.text import day
from portal.workflow import Refused

from ... import statutes
from ..vocabulary import Conclusion, Handling
from .vocabulary import DenunciationPaperKind as Kind
from .vocabulary import TerminationGround


def forwarded(case: Any, dated_on: date) -> None:
    case.handled(Handling.FORWARDED, on=dated_on)
    case.end(on=dated_on)


def declined(case: Any, dated_on: date) -> None:
    case.handled(Handling.DECLINED, on=dated_on)
    case.end(on=dated_on)


def inspected(case: Any, dated_on: date) -> None:
    """Outside the law on denunciations (TC Đ25.2): its returns do not count it as one."""
    case.handled(Handling.SHELVED, on=dated_on)
    case.end(on=dated_on)


def accepted(case: Any, dated_on: date) -> None:
    """Quyết định thụ lý: thirty days run, and five working days for the notices (TC Đ29, Đ30)."""
    case.accepted_on = dated_on
    case.stop_clocks(*statutes.EXAMINING_DENUNCIATION, on=dated_on)
    case.start_clock("TC_GQ", on=dated_on)
    case.start_clock("TC_TB_THU_LY", on=dated_on)
    case.handled(Handling.ACCEPTED, on=dated_on)


def notified(case: Any, dated_on: date) -> None:
    """Both sides know: one notice alone does not end the duty."""
    sides = (Kind.NOTICE_OF_ACCEPTANCE, Kind.NOTICE_OF_CONTENTS)
    told = {*case.papers.issued().filter(kind__in=sides).values_list("kind", flat=True)}
    if told == {side.value for side in sides}:
        case.stop_clocks("TC_TB_THU_LY", on=dated_on)


def sent_to_experts(case: Any, dated_on: date) -> None:
    """The time of an expert opinion is not counted (NĐ31 Đ15.4)."""
    case.pause_clock(on=dated_on)


def extended(case: Any, dated_on: date) -> None:
    clock = case.settling_clock()
    if clock is None:
        raise Refused("Chưa có thời hạn giải quyết đang chạy để gia hạn.")
    clock.extend(on=dated_on, days=case.extensions.last().days)


def suspended(case: Any, dated_on: date) -> None:
    case.pause_clock(on=dated_on)
    case.paused_from = dated_on
    case.start_clock("TC_TDC_GUI", on=dated_on)


def resumed(case: Any, dated_on: date) -> None:
    if case.paused_from and dated_on < case.paused_from:
        since = day(case.paused_from)
        raise Refused(
            f"Ngày tiếp tục không được trước ngày tạm đình chỉ, {since}.", field="dated_on"
        )
    case.resume_clock(on=dated_on)
    case.paused_from = None


def terminated(case: Any, dated_on: date) -> None:
    gone = case.termination_ground == TerminationGround.WITHDRAWN
    case.outcome = (Conclusion.WITHDRAWN if gone else Conclusion.TERMINATED).value
    case.end(on=dated_on)
    case.start_clock("TC_TDC_GUI", on=dated_on)


def concluded(case: Any, dated_on: date) -> None:
    """Kết luận nội dung tố cáo: to be sent, acted upon and published, counted from its date."""
    if case.accepted_on is None or dated_on < case.accepted_on:
        raise Refused("Ngày kết luận không được trước ngày thụ lý.", field="dated_on")
    case.concluded_on = dated_on
    case.stop_clocks(on=dated_on)
    for rule in ("TC_GUI_KL", "TC_XU_LY", "TC_CONG_KHAI"):
        case.start_clock(rule, on=dated_on)


def reported(case: Any, dated_on: date) -> None:
    case.stop_clocks("TC_BC_XU_LY", on=dated_on)


def demanded(case: Any, dated_on: date) -> None:
    """Whoever is late has five working days to say why (TC Đ38)."""
    case.stop_clocks("TC_QUA_HAN_1", on=dated_on)
    case.start_clock("TC_QUA_HAN_2", on=dated_on)


EFFECTS: dict[str, Callable[[Any, date], None]] = {
    Kind.FORWARDING: forwarded,
    Kind.REFUSAL: declined,
    Kind.INSPECTION: inspected,
    Kind.ACCEPTANCE: accepted,
    Kind.NOTICE_OF_ACCEPTANCE: notified,
    Kind.NOTICE_OF_CONTENTS: notified,
    Kind.EXPERTISE: sent_to_experts,
    Kind.EXTENSION: extended,
    Kind.SUSPENSION: suspended,
    Kind.RESUMPTION: resumed,
    Kind.TERMINATION: terminated,
    Kind.CONCLUSION: concluded,
    Kind.RESULT: reported,
    Kind.DEMAND: demanded,
}
