"""How the papers of a petition begin: the office's own words, from the facts of the petition."""

from __future__ import annotations

from datetime import date
from typing import Any

from citizens.models.vocabulary import Kind
from citizens.statutes import PROCEDURES
from portal.office import office
from portal.text import day, lower_first

BLANK = "…………"


def supplement_asked(petition: Any) -> str:
    return (
        f"Sở đã nhận đơn của ông/bà ngày {day(petition.received_on)}. Để xem xét được đơn, "
        f"đề nghị ông/bà bổ sung:\n- {BLANK}\nÔng/bà gửi bổ sung đến Sở trước ngày {BLANK}."
    )


def proposal(petition: Any) -> str:
    """The body of the Phiếu đề xuất: what is asked, how the petition stands, what is proposed."""
    lines = [
        f"1. Nội dung: {sentence(petition.title)}",
        petition.content and f"Tóm tắt đơn: {shortened(petition.content)}",
        f"2. Điều kiện: đơn ghi rõ họ tên, địa chỉ, có chữ ký của {signers(petition)}.",
        "3. Thẩm quyền: nội dung thuộc thẩm quyền giải quyết của Giám đốc Sở.",
        f"4. Đề xuất: thụ lý giải quyết {lower_first(petition.get_level_display())} theo "
        f"{PROCEDURES[petition.regime].article[petition.level - 1]}.",
    ]
    return "\n".join(line for line in lines if line)


def guidance(petition: Any, *, on: date) -> str:
    who, you = sender_of(petition), title_of(petition)
    return (
        f"Kính gửi: {who}\n\n"
        f"{received(petition, on=on)}\n\n"
        f"{your(petition)} thuộc thẩm quyền giải quyết của [cơ quan]. Lý do: [lý do]\n\n"
        f"Sở hướng dẫn {you} gửi đơn đến [cơ quan] để được xem xét, giải quyết theo quy định của "
        "pháp luật.\n\n"
        f"Vậy, thông báo để {you} được biết./."
    )


def forwarding(petition: Any, *, on: date) -> str:
    return (
        "Kính gửi: [cơ quan]\n\n"
        f"{received(petition, on=on)}\n\n"
        "Nội dung đơn thuộc thẩm quyền giải quyết của quý cơ quan: [lý do]\n\n"
        "Sở chuyển đơn và tài liệu kèm theo để quý cơ quan xem xét, giải quyết và trả lời người "
        "gửi theo quy định.\n\n"
        f"Phiếu này gửi {title_of(petition)} {petition.sender} để biết và liên hệ./."
    )


def sending_back(petition: Any, *, on: date) -> str:
    return (
        f"Kính gửi: {petition.forwarded_by}\n\n"
        f"{received(petition, on=on)} Đơn do quý cơ quan chuyển đến.\n\n"
        "Đơn không thuộc thẩm quyền giải quyết của Sở: [lý do]\n\n"
        "Sở trả lại đơn cùng tài liệu kèm theo để quý cơ quan xử lý theo quy định./."
    )


def reporting_back(petition: Any, *, on: date) -> str:
    return (
        f"Kính gửi: {petition.forwarded_by}\n\n"
        f"{received(petition, on=on)} Đơn do quý cơ quan chuyển đến.\n\n"
        "Sở phúc đáp kết quả giải quyết: [kết quả]\n\n"
        "Vậy, thông báo để quý cơ quan biết và trả lời người gửi khi cần./."
    )


def urging(item: Any, *, on: date) -> str:
    return (
        "Kính gửi: [nơi nhận]\n\n"
        f"Về {item.code}, việc: {sentence(item.title)}\n\n"
        "[lý do]\n\n"
        "Đề nghị báo cáo kết quả, hoặc lý do chưa giải quyết và ngày sẽ giải quyết xong, bằng văn "
        f"bản gửi {office(on).short_name} trước ngày [ngày]./."
    )


def received(petition: Any, *, on: date) -> str:
    return (
        f"Ngày {day(petition.received_on)}, {office(on).name} nhận được {letter(petition)} của "
        f"{sender_of(petition)}, về việc: {sentence(petition.title)}"
    )


def your(petition: Any) -> str:
    return f"Nội dung đơn của {title_of(petition)}"


def letter(petition: Any) -> str:
    """đơn khiếu nại, đơn kiến nghị …"""
    words = petition.get_kind_display().lower() if petition.kind else ""
    return {Kind.POLICY_QUESTION: "đơn hỏi chính sách"}.get(petition.kind, f"đơn {words}".strip())


def title_of(petition: Any) -> str:
    first = petition.parties.first()
    return first.honorific if first else "ông/bà"


def sender_of(petition: Any) -> str:
    """ông Nguyễn Văn An, địa chỉ: Thôn 3, Xã An Phú"""
    first = petition.parties.first()
    if first is None:
        return BLANK
    place = ", ".join(filter(None, [first.address, str(petition.commune or first.commune or "")]))
    return f"{first.honorific} {first.name}" + (f", địa chỉ: {place}" if place else "")


def signers(petition: Any) -> str:
    return "người gửi" if petition.signers == 1 else f"{petition.signers} người"


def sentence(words: str) -> str:
    words = words.strip()
    return words if words.endswith((".", "!", "?", "…")) else f"{words}."


def shortened(words: str, length: int = 600) -> str:
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + " …"
