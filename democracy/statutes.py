"""The law's time limits for democracy at the workplace: publicity, conferences, inspection board.

Plans from before 01/7/2023 follow a decree whose day counts were never seen: no clock runs there.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from portal.deadlines import (
    CALENDAR,
    MONTH,
    READ,
    SECONDARY,
    WORKING,
    LegalVersion,
    Term,
    rules,
)
from portal.deadlines.law import Source

# In force from
DEMOCRACY_LAW = date(2023, 7, 1)  # Luật Thực hiện dân chủ ở cơ sở 10/2022/QH15
DEMOCRACY_DECREE = date(2023, 8, 15)  # Nghị định 59/2023/NĐ-CP

LAW = "Luật Thực hiện dân chủ ở cơ sở"

# Điều 60: whom a board counts, where there is none, how long it serves
FEWEST_ON_A_BOARD, MOST_ON_A_BOARD, NO_BOARD_UP_TO, BOARD_YEARS = 3, 9, 7, 2

# A table, one limit a row, to be proof-read by a jurist: not to be folded by a tool
# fmt: off

RULES = rules(
    Term("T1", "công khai nội dung phải công khai", "ngày có quyết định, văn bản", (
        LegalVersion(DEMOCRACY_LAW, 5, WORKING, f"khoản 2 Điều 47 {LAW}", READ),
    )),
    Term("T3", "tổ chức hội nghị cán bộ, công chức, người lao động", "năm công tác kết thúc", (
        LegalVersion(DEMOCRACY_LAW, 3, MONTH, f"khoản 1 Điều 51 {LAW}", READ, closes_on=(3, 31)),
    )),
    Term("T4", "kiểm tra thực hiện nghị quyết hội nghị", "ngày thông qua nghị quyết", (
        LegalVersion(DEMOCRACY_LAW, 6, MONTH, f"khoản 3 Điều 52 {LAW}", READ),
    )),
    Term("T5", "công nhận Ban Thanh tra nhân dân", "ngày kết thúc hội nghị bầu", (
        LegalVersion(
            DEMOCRACY_DECREE, 5, WORKING, "khoản 1 Điều 21 Nghị định 59/2023/NĐ-CP", READ
        ),
    )),
    Term("T6", "thông báo cuộc kiểm tra của Ban Thanh tra nhân dân", "ngày bắt đầu kiểm tra", (
        LegalVersion(
            DEMOCRACY_DECREE, 5, WORKING, "điểm b khoản 1 Điều 22 Nghị định 59/2023/NĐ-CP", READ
        ),
    ), backward=True),
    Term("T7", "giải quyết kiến nghị của Ban Thanh tra nhân dân", "ngày nhận kiến nghị", (
        LegalVersion(DEMOCRACY_LAW, 15, CALENDAR, f"điểm c khoản 1 Điều 63 {LAW}", READ),
    )),
    Term("T8", "nhiệm kỳ Ban Thanh tra nhân dân", "ngày công nhận", (
        LegalVersion(DEMOCRACY_LAW, 24, MONTH, f"khoản 3 Điều 60 {LAW}", READ),
    )),
)


@dataclass(frozen=True)
class Measure:
    """A number of the law that is no time limit."""

    value: Fraction
    words: str
    article: str
    source: Source


def measure(value: int, of: int, words: str, article: str, source: Source = READ) -> Measure:
    return Measure(Fraction(value, of), words, article, source)


QUORUM = measure(2, 3, "số người dự trên số người được triệu tập, ít nhất", f"Điều 51 {LAW}")
MAJORITY = measure(1, 2, "số người tán thành trên số người dự, phải hơn", f"Điều 51 {LAW}")
DELEGATES_FROM = measure(100, 1, "tổng số người, từ đó được họp đại biểu", f"Điều 51 {LAW}")
OPTIONAL_UP_TO = measure(7, 1, "tổng số người, đến đó không bắt buộc họp", f"Điều 51 {LAW}")
IN_VAIN = measure(2, 1, "số lần triệu tập không đủ người dự để gửi phiếu", f"Điều 50 {LAW}")
CONFERENCE_KEPT = measure(
    20, 1, "số năm giữ tài liệu hội nghị", "bảng thời hạn bảo quản đã cũ, cần đối chiếu", SECONDARY
)
