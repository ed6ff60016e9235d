"""A visit in words, for its page and for the register."""

from __future__ import annotations

from typing import Any

from portal.templatetags.portal import mask_id, mask_phone
from portal.text import day, lower_first


def facts_of(visit: Any) -> list[tuple[str, str]]:
    """What is known, in the order of the talk; what is not known is left out."""
    told = (*_sitting(visit), *_told(visit))
    return [(words, str(value)) for words, value in told if value]


def _sitting(visit: Any) -> list[tuple[str, Any]]:
    return [
        ("Ngày tiếp", day(visit.received_on)),
        ("Loại tiếp", kind_words(visit)),
        ("Nơi tiếp", visit.place or visit.place_name),
        ("Người tiếp", visit.receiver or visit.receiver_name),
        ("Đơn vị", visit.unit),
        ("Vào sổ", _entered(visit)),
    ]


SECRECY = {
    True: "đồng ý, không đề nghị giữ bí mật",
    False: "đề nghị giữ bí mật, tiếp trực tiếp",
    None: "",
}
"""What a denouncer answered before being heard online (NĐ154)."""


def kind_words(visit: Any) -> str:
    """“Định kỳ, thủ trưởng tiếp”."""
    host = {"thu_truong": "thủ trưởng tiếp", "uy_quyen": "ủy quyền tiếp"}.get(visit.host, "")
    return ", ".join(filter(None, (visit.get_kind_display(), host)))


def _entered(visit: Any) -> str:
    by = f", {visit.registered_by}" if visit.registered_by else ""
    return day(visit.registered_on) + by


def _told(visit: Any) -> list[tuple[str, Any]]:
    return [
        ("Loại nội dung", visit.get_petition_kind_display()),
        ("Lĩnh vực", visit.field),
        ("Số người", visit.people if visit.people > 1 else ""),
        ("Cơ quan đã giải quyết", visit.handled_by),
        ("Thuộc thẩm quyền", {True: "Có", False: "Không", None: ""}[visit.competent]),
        ("Kết quả", visit.get_result_display()),
        ("Căn cứ từ chối", ground_words(visit)),
        ("Hướng dẫn đến", visit.guided_to),
        ("Chuyển đến", visit.forwarded_to),
        ("Thông báo", notice_words(visit)),
        ("Cùng lượt với", visit.part_of),
        ("Tiếp trực tuyến", SECRECY[visit.accepts_online]),
        ("Ghi chú", visit.note),
        ("Cập nhật CSDL quốc gia", visit.reported_on and day(visit.reported_on)),
    ]


def ground_words(visit: Any) -> str:
    """The ground with its article."""
    return visit.refused_on.told if visit.ground else ""


def notice_words(visit: Any) -> str:
    """“Số 12/TB-…, ngày 03/8/2026: đã thụ lý để giải quyết”."""
    if not visit.notice_on:
        return ""
    told = f": {lower_first(visit.get_told_as_display())}" if visit.told_as else ""
    return f"Số {visit.notice_number}, ngày {day(visit.notice_on)}{told}"


def followed_words(visit: Any) -> str:
    """Column 12 of the register: what became of it."""
    letter = f"Đơn {visit.petition.code}" if visit.petition else ""
    return "; ".join(filter(None, (visit.get_result_display(), letter, notice_words(visit))))


def people_of(visit: Any, representatives: list[Any], *, shown: bool) -> list[dict[str, Any]]:
    """Who came, numbers masked unless the reader asked to see them."""
    if not visit.name:
        return []
    told = [
        ("Giới tính", visit.get_gender_display()),
        ("Năm sinh", str(visit.birth_year or "")),
        ("Địa chỉ", visit.address),
        ("Giấy tờ", visit.id_number if shown else mask_id(visit.id_number)),
        ("Điện thoại", visit.phone if shown else mask_phone(visit.phone)),
    ]
    first = {"role": "Người đến", "name": visit.name, "facts": [each for each in told if each[1]]}
    return [first, *(_speaker(person, shown=shown) for person in representatives)]


def _speaker(person: Any, *, shown: bool) -> dict[str, Any]:
    number = person.id_number if shown else mask_id(person.id_number)
    return {
        "role": "Người đại diện",
        "name": person.name,
        "facts": [("Giấy tờ", number)] if number else [],
    }


def remark_of(visit: Any) -> str:
    """Column 13: what the officer noted, and which line the same visit began with."""
    together = f"Cùng lượt {visit.part_of.code}" if visit.part_of else ""
    return "; ".join(filter(None, (together, visit.note)))
