"""A petition in words, for its page: what came, and what was made of it."""

from __future__ import annotations

from typing import Any

from portal.text import day

from ..models.vocabulary import Handling


def facts_of(petition: Any) -> list[tuple[str, str]]:
    """What is known, in the order of the paper; what is not known is left out."""
    return [
        (words, str(value)) for words, value in (*_arrival(petition), *_judged(petition)) if value
    ]


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
        ("Đủ điều kiện", _yes_no(petition.eligible)),
        ("Thuộc thẩm quyền", _yes_no(petition.competent)),
        ("Kết quả xử lý", _handled(petition)),
        ("Cơ quan có thẩm quyền", petition.addressee),
        ("Lý do, căn cứ", petition.ground),
    ]


def _yes_no(answer: bool | None) -> str:
    return {True: "Có", False: "Không", None: ""}[answer]


def _handled(petition: Any) -> str:
    if petition.handling == Handling.PENDING:
        return ""
    return f"{petition.get_handling_display()}, {day(petition.handled_on)}"
