"""A petition in words, for its page: what came, and what was made of it."""

from __future__ import annotations

from typing import Any

from portal.deadlines import MEMORY, compute
from portal.text import day, number, upper_first
from portal.working_days import calendar

from ..models.vocabulary import Handling, Level
from ..statutes import PROCEDURES, RULES


def facts_of(petition: Any) -> list[tuple[str, str]]:
    """What is known, in the order of the paper; what is not known is left out."""
    return [
        (words, str(value)) for words, value in (*_arrival(petition), *_judged(petition)) if value
    ]


def arrival_of(petition: Any) -> list[tuple[str, str]]:
    """What a sealed letter shows to whoever entered it: how it came, nothing of its course."""
    told = [*_arrival(petition), ("Lĩnh vực", petition.field)]
    return [(words, str(value)) for words, value in told if value]


def course_of(petition: Any, lists: dict[str, list]) -> list[tuple[str, str]]:
    """How far a denunciation has come, for its own group."""
    told: list[tuple[str, Any]] = []
    if petition.handled_on:
        told.append(("Lần", "Tố cáo tiếp" if petition.level == Level.SECOND else "Lần đầu"))
    for entry in lists["entries"]:
        told += [
            ("Thụ lý", entry.accepted_on and day(entry.accepted_on)),
            ("Kết luận", entry.concluded_on and day(entry.concluded_on)),
            ("Nội dung kết luận", entry.get_outcome_display()),
            ("Kết thúc", entry.closed_on and day(entry.closed_on)),
        ]
    asked = [each for row in lists["recommendations"] for each in figures_of(row)]
    return [(words, str(value)) for words, value in [*told, *asked] if value]


def figures_of(recommendation: Any) -> list[tuple[str, str]]:
    return [(upper_first(words), number(value)) for words, value in recommendation.told()]


def _arrival(petition: Any) -> list[tuple[str, Any]]:
    postmark = petition.postmark_on and day(petition.postmark_on)
    return [
        ("Ngày nhận", day(petition.received_on)),
        ("Nguồn đơn", petition.get_channel_display()),
        ("Số đến", petition.incoming_no),
        ("Dấu bưu điện", postmark),
        ("Cơ quan chuyển đến", petition.forwarded_by),
        ("Vào sổ", _entered(petition)),
        ("Bì mật số", petition.envelope_no),
        ("Nơi giữ bì", petition.envelope_place),
        ("Người giữ bì", petition.envelope_keeper),
    ]


def _entered(petition: Any) -> str:
    by = f", {petition.registered_by}" if petition.registered_by else ""
    return day(petition.registered_on) + by


def _judged(petition: Any) -> list[tuple[str, Any]]:
    return [
        ("Lĩnh vực", petition.field),
        ("Nhóm nội dung", petition.get_category_display()),
        ("Số người", petition.people if petition.people > 1 else ""),
        ("Số người ký", petition.signers if petition.signers != 1 else ""),
        ("Thủ tục", petition.get_regime_display() if petition.regime != "hanh_chinh" else ""),
        ("Nhận, biết quyết định", petition.known_on and day(petition.known_on)),
        ("Thời hiệu", limitation_words(petition)),
        ("Đủ điều kiện", _yes_no(petition.eligible)),
        ("Thuộc thẩm quyền", _yes_no(petition.competent)),
        ("Kết quả xử lý", _handled(petition)),
        ("Cơ quan có thẩm quyền", petition.addressee),
        ("Lý do, căn cứ", petition.ground),
    ]


def limitation_words(petition: Any) -> str:
    """Until when the law lets one complain, and whether the letter came later (KN Đ9, Đ33, Đ48)."""
    procedure = PROCEDURES[petition.regime]
    rule = procedure.limitation[petition.level - 1]
    if petition.known_on is None or petition.known_on < RULES[rule].versions[0].since:
        return ""
    second = petition.level == Level.SECOND
    variants: dict[str, Any] = {"complex": procedure.dismissal and second}
    found = compute(RULES[rule], start=petition.known_on, calendar=calendar(), **variants)
    last: Any = found.due
    late = "; đơn gửi sau ngày này" if petition.received_on > last else ""
    remembered = found.version.source is MEMORY and not found.confirmed
    ground = "; căn cứ chưa kiểm tra" if remembered else ""
    return f"đến hết ngày {day(last)}{late}{ground}"


def _yes_no(answer: bool | None) -> str:
    return {True: "Có", False: "Không", None: ""}[answer]


def _handled(petition: Any) -> str:
    if petition.handling == Handling.PENDING:
        return ""
    return f"{petition.get_handling_display()}, {day(petition.handled_on)}"
