"""What happens next with a petition or case, and who has it: one plain sentence for its page."""

from __future__ import annotations

from typing import Any

from ..models import Petition
from ..models.vocabulary import CaseStage, Kind, Level, PetitionStage


def then_of(item: Any) -> str:
    """'' where the page says it in other words, or nothing is to be done."""
    if item.stream_kind == Petition.stream_kind:
        return then_of_letter(item)
    return then_of_proposal(item) if item.stage == CaseStage.PROPOSED else ""


def then_of_letter(petition: Any) -> str:
    who = holder_of(petition)
    if petition.stage == PetitionStage.ENVELOPE:
        if petition.taken_up:
            return f"Theo dõi ở vụ việc tố cáo {petition.code}."
        return f"{who} đọc đơn trên giấy, rồi xử lý ban đầu từ bản trích nội dung."
    if petition.stage == PetitionStage.WAITING:
        return f"{who} phân loại đơn."
    if petition.stage != PetitionStage.CLASSIFIED:
        return ""
    if not (petition.eligible and petition.competent):
        return f"{who} soạn văn bản hướng dẫn, chuyển đơn hoặc lưu đơn; thủ trưởng đơn vị duyệt."
    if petition.kind == Kind.COMPLAINT:
        opened = "mở vụ việc" if petition.level == Level.FIRST else "mở vụ việc lần hai"
        return f"{who} đề xuất thụ lý để {opened}, sau đó trình người giải quyết thụ lý."
    return f"{who} soạn, thủ trưởng đơn vị giao giải quyết."


def then_of_proposal(case: Any) -> str:
    settler = f"thủ trưởng {case.settling_unit}" if case.settling_unit else "lãnh đạo Sở"
    return (
        f"{holder_of(case)} trình thông báo thụ lý, {settler} duyệt, văn thư lấy số. "
        "Đến khi đó vụ việc chưa thụ lý."
    )


def holder_of(item: Any) -> str:
    return str(item.officer or item.unit or "văn thư")
