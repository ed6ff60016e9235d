"""What is asked of the sender, and what is proposed to the settler: texts that are no document."""

from __future__ import annotations

from typing import Any

from citizens.documents.words import sentence
from citizens.statutes import PROCEDURES
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


def signers(petition: Any) -> str:
    return "người gửi" if petition.signers == 1 else f"{petition.signers} người"


def shortened(words: str, length: int = 600) -> str:
    return words if len(words) <= length else words[:length].rsplit(" ", 1)[0] + " …"
