"""Who asks how satisfied people and enterprises are; how many answers a group must have."""

from __future__ import annotations

from datetime import date
from typing import Any

from portal.office import Known, declare, setting
from portal.planning.rules import works_here
from reforms.rules import follows_reform

asks = follows_reform.because("Khảo sát do công chức phụ trách CCHC hoặc đầu mối tổng hợp mở.")
declare(
    Known(
        "survey_fewest",
        "Số phiếu ít nhất để công bố kết quả một nhóm",
        "Nhóm ít phiếu hơn số này không hiện tỷ lệ, để không đoán được ai trả lời.",
        "5",
        lambda on: {each: f"{each} phiếu" for each in ("5", "10", "20")},
    )
)


def fewest(on: date) -> int:
    return int(setting("survey_fewest", as_of=on))


def reads(user: Any, *, on: date) -> bool:
    return works_here(user, on=on)
