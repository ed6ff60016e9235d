"""The order of the yearly conference (Điều 52), one part a row, to be proof-read by a jurist.

A part that stands or falls with a body, or with a matter that a year may lack, says so: it alone
can be passed over, with a reason. Unions inside administrative bodies ended by 15/6/2025.
"""

from __future__ import annotations

from dataclasses import dataclass

UNION = "tổ chức Công đoàn"
BOARD = "Ban Thanh tra nhân dân"
DECISIONS = "việc thuộc Điều 49 trong kỳ này"
AWARDS = "khen thưởng, phát động thi đua trong kỳ này"


@dataclass(frozen=True)
class Part:
    """``falls_with``: without what the part has no object."""

    code: str
    letter: str
    words: str
    reporter: str
    falls_with: str = ""


# fmt: off

AGENDA = (
    Part("a", "a", "Báo cáo của người đứng đầu về thực hiện chính sách, kế hoạch công tác năm",
         "Người đứng đầu"),
    Part("b", "b", "Báo cáo của Công đoàn về nghị quyết hội nghị trước, quy chế, kết quả giám sát",
         "Chủ tịch Công đoàn", UNION),
    Part("c", "c", "Thảo luận các báo cáo", "Chủ tọa"),
    Part("d", "d", "Người đứng đầu và Công đoàn trả lời ý kiến", "Người đứng đầu"),
    Part("dd", "đ", "Báo cáo và chương trình năm tới của Ban Thanh tra nhân dân",
         "Trưởng Ban Thanh tra nhân dân", BOARD),
    Part("e", "e", "Bàn, quyết định việc thuộc Điều 49; bầu Ban Thanh tra nhân dân",
         "Chủ tọa", DECISIONS),
    Part("g", "g", "Khen thưởng, phát động phong trào thi đua", "Người đứng đầu", AWARDS),
    Part("h", "h", "Ký giao ước thi đua", "Người đứng đầu, Chủ tịch Công đoàn", UNION),
    Part("i", "i", "Thông qua nghị quyết hội nghị", "Thư ký"),
)

# fmt: on

PARTS = {part.code: part for part in AGENDA}
DECIDING, PLEDGING, RESOLVING = "e", "h", "i"
SAID = [part.code for part in AGENDA if part.code not in (PLEDGING, RESOLVING)]
"""What is written down as said; the pledge is signed and the resolution adopted."""
MAY_FALL = [part.code for part in AGENDA if part.falls_with]
BOARD_ELECTION, RESOLUTION = "49.1", "49.3"
"""Items of Điều 49: the vote from which a board's term begins, and the vote on the resolution."""
