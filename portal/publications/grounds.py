"""By which law a thing is shown to strangers: one line each, to be proof-read by a jurist.

What Điều 46 of the law on democracy at the workplace asks to be told to staff is not on this list:
it goes out only where one of these laws says so, by an act of its own. Nothing about denunciations.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portal.deadlines import MEMORY


@dataclass(frozen=True)
class Ground:
    code: str
    words: str
    law: str
    since: date
    source: str = MEMORY

    @property
    def label(self) -> str:
        return self.words


EXEMPLARS = "dien-hinh"
"""Shown on a page of its own, too."""

# fmt: off
GROUNDS = {each.code: each for each in (
    Ground("tiep-can-thong-tin", "Thông tin phải được công khai rộng rãi",
           "khoản 1 Điều 17 Luật Tiếp cận thông tin 2016", date(2018, 7, 1)),
    Ground("ngan-sach", "Dự toán, quyết toán ngân sách đã được phê duyệt",
           "Điều 15 Luật Ngân sách nhà nước 2015", date(2017, 1, 1)),
    Ground("tai-san-cong", "Quản lý, sử dụng tài sản công",
           "Điều 8 Luật Quản lý, sử dụng tài sản công 2017", date(2018, 1, 1)),
    Ground("dau-thau", "Kế hoạch, kết quả lựa chọn nhà thầu",
           "Điều 8 Luật Đấu thầu 2023", date(2024, 1, 1)),
    Ground("phong-chong-tham-nhung", "Công khai, minh bạch về tổ chức và hoạt động",
           "Điều 10 Luật Phòng, chống tham nhũng 2018", date(2019, 7, 1)),
    Ground("tuyen-dung", "Thông báo và kết quả tuyển dụng",
           "Nghị định 138/2020/NĐ-CP, Nghị định 115/2020/NĐ-CP", date(2020, 12, 1)),
    Ground("khao-sat", "Kết quả khảo sát sự hài lòng",
           "Nghị định 61/2018/NĐ-CP", date(2018, 6, 21)),
    Ground("bao-cao", "Báo cáo, kế hoạch, thống kê không thuộc bí mật nhà nước",
           "điểm đ, e, h khoản 1 Điều 17 Luật Tiếp cận thông tin 2016", date(2018, 7, 1)),
    Ground(EXEMPLARS, "Mô hình hay, điển hình tiên tiến",
           "Điều 17 Luật Thi đua, khen thưởng 2022", date(2024, 1, 1)),
)}
FOOTER = Ground("chan-trang", "Thông tin bắt buộc ở chân trang",
                "Nghị định 42/2022/NĐ-CP, Nghị định 147/2024/NĐ-CP", date(2024, 12, 25))
# fmt: on
TO_CONFIRM = (*GROUNDS.values(), FOOTER)
"""Somebody by name compares each with the text, on the page of the time limits."""


def ground_choices() -> list[tuple[str, str]]:
    return [(code, f"{ground.words} ({ground.law})") for code, ground in GROUNDS.items()]
