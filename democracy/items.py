"""The lists of the law on democracy at the workplace, one item a row, to be proof-read by a jurist.

What must be made known to staff (Điều 46), how (Điều 47) and for how long (Điều 48); what staff
decide (Điều 49); what they are asked about before the head decides (Điều 53) and how (Điều 54).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from portal.deadlines import MEMORY, READ
from portal.working_days import days_after

LAW = "Luật Thực hiện dân chủ ở cơ sở"
ALL, UNITS = "all", "units"
CIRCLES = (
    (ALL, "Toàn thể cán bộ, công chức, viên chức, người lao động"),
    (UNITS, "Người làm việc ở các đơn vị được chọn"),
)


@dataclass(frozen=True)
class Item:
    """One line of a list; ``circle``: who must see it unless the head says more."""

    code: str
    words: str
    circle: str = ALL
    holds_file: bool = True
    source: str = READ

    @property
    def article(self) -> str:
        """khoản 7 Điều 46, as its code says."""
        article, clause = self.code.partition("-")[0].split(".")
        return f"khoản {clause} Điều {article}"


def table(*items: Item) -> dict[str, Item]:
    return {item.code: item for item in items}


def choices(items: dict[str, Item]) -> list[tuple[str, str]]:
    return [(code, f"{item.words} ({item.article})") for code, item in items.items()]


# fmt: off

PUBLICISED = table(
    Item("46.1", "Chủ trương, chính sách, pháp luật về tổ chức và hoạt động của cơ quan"),
    Item("46.2", "Kế hoạch công tác năm, quý, tháng"),
    Item("46.3", "Dự toán, quyết toán, kết quả thực hiện kiến nghị kiểm toán"),
    Item("46.4", "Mua sắm, sử dụng, xử lý tài sản công"),
    Item("46.5", "Đầu tư công"),
    Item("46.6", "Công tác cán bộ: tuyển dụng, bổ nhiệm, đánh giá, khen thưởng, kỷ luật"),
    Item("46.7", "Kết luận vụ việc tiêu cực, tham nhũng, lãng phí trong cơ quan"),
    Item("46.7-ke-khai", "Bản kê khai tài sản, thu nhập", UNITS, holds_file=False, source=MEMORY),
    Item("46.8", "Kết quả thanh tra, kiểm tra, giải quyết đơn và kiến nghị trong nội bộ"),
    Item("46.9", "Nội quy, quy chế, quy tắc ứng xử"),
    Item("46.10", "Tổng hợp ý kiến và giải trình, tiếp thu"),
    Item("46.11", "Văn bản chỉ đạo của cấp trên"),
    Item("46.12", "Nội dung khác theo luật hoặc quy chế dân chủ của cơ quan"),
)
OPINIONS_SUMMED_UP = "46.10"

FORMS_OF_PUBLICITY = (
    ("a", "Niêm yết tại trụ sở"),
    ("b", "Đăng trên Cổng này"),
    ("c", "Thông báo tại hội nghị cán bộ, công chức, người lao động"),
    ("d", "Văn bản gửi toàn thể"),
    ("dd", "Thông qua người phụ trách bộ phận"),
    ("e", "Văn bản gửi cấp ủy, công đoàn để phổ biến"),
    ("g", "Hình thức khác"),
)
ON_THE_PORTAL = "b"
"""An office with an internal system posts there in any case (khoản 1 Điều 48)."""

KEPT_POSTED = 20  # consecutive days, khoản 1 Điều 48
GROUNDS_OF_REQUEST = (
    ("chua-cong-khai", "Đã quá hạn mà chưa công khai"),
    ("het-thoi-gian", "Đã hết thời gian đăng"),
    ("bat-kha-khang", "Không xem được vì lý do bất khả kháng"),
)
REQUESTS = "khoản 4 Điều 48"

DECIDED = table(
    Item("49.1", "Bầu, cho thôi làm thành viên Ban Thanh tra nhân dân"),
    Item("49.2", "Thu, chi, quản lý khoản đóng góp ngoài quy định của pháp luật"),
    Item("49.3", "Nội dung nghị quyết hội nghị"),
    Item("49.4", "Nội dung tự quản khác"),
)
PROPOSERS = (
    ("dai-dien", "Ban Chấp hành Công đoàn, tổ chức đại diện"),
    ("nguoi-dung-dau", "Người đứng đầu cơ quan, đơn vị"),
    ("mot-phan-ba", "Ít nhất một phần ba tổng số người của cơ quan, đơn vị"),
)

CONSULTED = table(
    Item("53.1", "Giải pháp thực hiện chủ trương, chính sách"),
    Item("53.2", "Kế hoạch công tác hằng năm"),
    Item("53.3", "Tổ chức phong trào thi đua"),
    Item("53.4", "Báo cáo sơ kết, tổng kết"),
    Item("53.5", "Biện pháp cải tiến tổ chức, lề lối làm việc; phòng, chống tham nhũng, lãng phí"),
    Item("53.6", "Kế hoạch tuyển dụng, đào tạo; bầu cử, bổ nhiệm"),
    Item("53.7", "Chế độ, chính sách liên quan quyền, lợi ích của người làm việc"),
    Item("53.8", "Dự thảo quy chế thực hiện dân chủ"),
    Item("53.9", "Dự thảo quy chế chi tiêu nội bộ"),
    Item("53.10", "Dự thảo nội quy, quy chế khác"),
    Item("53.11", "Nội dung khác theo luật hoặc quy chế của cơ quan"),
)

FORMS_OF_CONSULTATION = (
    ("truc-tiep", "Trực tiếp với người đứng đầu hoặc qua người phụ trách bộ phận"),
    ("hoi-nghi", "Tại hội nghị, cuộc họp"),
    ("phieu", "Phiếu lấy ý kiến, gửi dự thảo văn bản"),
    ("cong", "Hòm thư góp ý, đường dây nóng, Cổng này"),
    ("doan-the", "Qua công đoàn, đoàn thể"),
    ("khac", "Hình thức khác theo quy chế"),
)

# fmt: on

ANSWERED_WITHIN = 15
"""Days for a letter from the box: the law says "kịp thời", the number is the office's own."""


def posted_at_least_until(day: date) -> date:
    """Twenty days in a row after the first."""
    return days_after(day, KEPT_POSTED)
