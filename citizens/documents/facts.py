"""The places in papers about complaints and other cases, and what is known for each."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from citizens.documents import words
from portal.documents.placeholders import About, Placeholder, declare
from portal.office import office
from portal.text import day


def of_item(ask: Callable[[Any], str]) -> Callable[[About], str]:
    return lambda about: ask(about.subject)


def on_day(ask: Callable[..., str]) -> Callable[[About], str]:
    return lambda about: ask(about.subject, on=about.on)


def of_office(column: str) -> Callable[[About], str]:
    return lambda about: getattr(office(about.on), column)


def seat(about: About) -> str:
    """Who has the letter: the office, or the unit that settles it in its own name."""
    return about.head.issuer


def accepted(about: About) -> str:
    return day(about.subject.accepted_on or about.on)


def paused(case: Any) -> str:
    return f" từ ngày {day(case.paused_from)}" if case.paused_from else ""


def first_result(case: Any) -> str:
    return words.first_decision_of(case)


declare(
    Placeholder(
        "người khiếu nại",
        "Ông hoặc bà và họ tên người khiếu nại",
        of_item(words.complainant),
        identifies=True,
    ),
    Placeholder("ông/bà", "Cách gọi người gửi đơn", of_item(words.you)),
    Placeholder(
        "nhân thân",
        "Số căn cước, địa chỉ, sau dấu phẩy",
        of_item(words.identity),
        identifies=True,
        optional=True,
    ),
    Placeholder("ngày nhận đơn", "Ngày đơn đến", of_item(lambda item: day(item.received_on))),
    Placeholder("nơi nhận đơn", "Cơ quan hoặc đơn vị nhận đơn", seat),
    Placeholder(
        "nội dung khiếu nại",
        "Trích yếu, thành câu",
        of_item(lambda item: words.sentence(item.title) if item.title else ""),
    ),
    Placeholder("lần khiếu nại", "lần đầu, lần hai", of_item(words.level)),
    Placeholder("người giải quyết", "Chức vụ người giải quyết", of_item(words.settler)),
    Placeholder(
        "điều luật thụ lý",
        "Điều của Luật Khiếu nại về thụ lý",
        of_item(lambda case: case.procedure.article[case.level - 1]),
    ),
    Placeholder("thời hạn giải quyết", "Thời hạn theo luật tại ngày soạn", on_day(words.period)),
    Placeholder("số vụ việc", "Số trong sổ", of_item(lambda item: item.code)),
    Placeholder("ngày thụ lý", "Ngày thông báo thụ lý, chưa có thì ngày soạn", accepted),
    Placeholder("căn cứ pháp luật", "Luật, nghị định tại ngày soạn", on_day(words.bases)),
    Placeholder("từ ngày tạm đình chỉ", "Sau chữ tạm đình chỉ", of_item(paused), optional=True),
    Placeholder("người thi hành", "Ai chịu trách nhiệm thi hành", of_item(words.executors)),
    Placeholder("kết quả giải quyết lần đầu", "Quyết định lần đầu", of_item(first_result)),
    Placeholder("kết quả xác minh", "Báo cáo kết quả xác minh", of_item(words.findings)),
    Placeholder("kết quả đối thoại", "Biên bản đối thoại", of_item(words.dialogue)),
    Placeholder(
        "quyền khiếu nại, khởi kiện",
        "Khiếu nại lần hai, khởi kiện: nơi và thời hạn",
        on_day(words.way_onward),
    ),
    Placeholder("quyết định đã ban hành", "Số, ngày quyết định", on_day(words.issued_decision)),
    Placeholder("nội dung thi hành", "Mỗi việc một dòng", of_item(words.to_carry_out)),
    Placeholder("tên gọi tắt cơ quan", "Tên gọi tắt", of_office("short_name")),
    Placeholder("điện thoại cơ quan", "Điện thoại", of_office("phone")),
    Placeholder("cơ quan cấp trên trong câu", "Cơ quan chủ quản", of_office("parent_body")),
)
