"""A petition in words, for its page: its facts, its people with their numbers masked."""

from __future__ import annotations

from typing import Any

from portal.templatetags.portal import mask_id, mask_phone
from portal.text import day

from .models.vocabulary import Handling, Kind


def kind_words(petition: Any) -> str:
    """“Khiếu nại lần đầu”, “Phản ánh”; nothing before it was classified."""
    if petition.kind == Kind.COMPLAINT:
        return f"Khiếu nại {petition.get_level_display().lower()}"
    return petition.get_kind_display() if petition.kind else ""


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


def people_of(petition: Any, parties: list[Any], *, shown: bool = False) -> list[dict[str, Any]]:
    """Who sent it; numbers masked unless the reader asked to see them."""
    return [
        {
            "role": party.get_role_display(),
            "name": party.name,
            "facts": [(words, value) for words, value in _known(petition, party, shown) if value],
        }
        for party in parties
    ]


def hides_numbers(parties: list[Any]) -> bool:
    return any(party.id_number or party.phone for party in parties)


def _known(petition: Any, party: Any, shown: bool) -> list[tuple[str, str]]:
    commune = party.commune or (petition.commune if party.role == "sender" else None)
    born = f"{party.birth_year}" if party.birth_year else ""
    return [
        ("Giới tính", party.get_gender_display()),
        ("Năm sinh", born),
        ("Địa chỉ", ", ".join(filter(None, [party.address, str(commune or "")]))),
        ("Căn cước", party.id_number if shown else mask_id(party.id_number)),
        ("Điện thoại", party.phone if shown else mask_phone(party.phone)),
        ("Thư điện tử", party.email),
    ]
