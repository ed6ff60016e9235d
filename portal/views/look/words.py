"""The invented words of the samples: one case on one day, and words without end."""

from datetime import UTC, date, datetime
from typing import Any

from portal.deadlines import Row, standing
from portal.working_days import Calendar

TODAY = date(2026, 9, 18)
NOW = datetime(2026, 9, 18, 2, 41, tzinfo=UTC)
LONG = (
    "Khiếu nại quyết định thôi hưởng trợ cấp chất độc hóa học đối với người hoạt động kháng chiến"
)
ENDLESS = "Nguyễnthịkhônghếttên" * 5
HERE = "#noi-dung"
"""Where every link of a sample leads: nowhere else."""


def due_in(day: date | None, **more: Any) -> Any:
    return standing(day, as_of=TODAY, calendar=Calendar(), **more)


STANDINGS = [
    due_in(date(2026, 10, 6)),
    due_in(date(2026, 9, 22)),
    due_in(date(2026, 9, 16)),
    due_in(None, paused_from=date(2026, 9, 7)),
    due_in(None, done_on=date(2026, 9, 11)),
]
ROWS = [
    Row("Bắt đầu", "Ban hành thông báo thụ lý", "Ngày đầu không tính", date(2026, 8, 3)),
    Row("+ 30 ngày", "Giải quyết lần đầu, Điều 28 Luật Khiếu nại", "", date(2026, 9, 2)),
    Row("Hạn", "Thứ Ba, là ngày làm việc, không phải lùi", "", date(2026, 9, 22)),
    Row("Căn cứ", "Căn cứ chưa kiểm tra", "Ghi theo trí nhớ"),
]
CRUMBS = [("Giao diện", "/giao-dien/"), ("Vụ việc", HERE)]
OPEN = [
    {"title": "Báo cáo kết quả xác minh", "path": "bao-cao-ket-qua-xac-minh"},
    {"title": "Đối thoại", "path": "doi-thoai"},
    {"title": "Đình chỉ", "path": "dinh-chi", "ends": True},
]
CLOSED = [
    ({"title": "Ban hành quyết định"}, "Chưa thể ban hành quyết định: chưa có báo cáo."),
    ({"title": "Gia hạn"}, "Việc này thuộc quyền Giám đốc."),
]
ENTRIES: list[dict[str, Any]] = [
    {"tone": "to-citizen", "icon": "send", "title": "Gửi công dân", "meta": "14/9/2026",
     "text": "Việc giải quyết đơn của bà được tiếp tục từ ngày 14/9/2026."},
    {"tone": "inside", "icon": "note", "title": "Nguyễn Thị Lan", "by": "ghi chú",
     "meta": "15 giờ 20, 17/9/2026", "text": "Đã đối chiếu sổ gốc.\nĐề nghị họp sáng 21/9."},
    {"tone": "clock", "icon": "clock", "title": "Thời hạn chạy lại", "meta": "14/9/2026"},
    {"tone": "from", "icon": "clip", "title": "Công dân gửi thêm 1 tệp",
     "meta": "8 giờ 12, 18/9/2026", "files": [("giay-xac-nhan.pdf", HERE)]},
    {"title": "Giám đốc thụ lý", "meta": "03/8/2026"},
]  # fmt: skip
TILES = [
    {"label": "Quá hạn", "icon": "late", "tone": "late", "figure": 1, "words": "chậm 2 ngày",
     "url": HERE},
    {"label": "Mới giao", "icon": "inbox", "figure": 1234, "words": "từ hôm qua", "url": HERE},
]  # fmt: skip
WORDS: dict[str, Any] = {
    "standings": STANDINGS,
    "standing": STANDINGS[1],
    "late": STANDINGS[2],
    "rows": ROWS,
    "chips": [("Lĩnh vực: Người có công", HERE), ("Có chữ “tro cap”", HERE)],
    "filters": [
        {"name": "q", "label": "Tìm", "value": "tro cap"},
        {"name": "han", "label": "Hạn", "value": "", "options": [("", "Mọi hạn")]},
    ],
    "kept": [("sap-xep", "han")],
    "crumbs": CRUMBS,
    "path": [
        {"label": "Tiếp nhận", "state": "past"},
        {"label": "Xác minh", "state": "now"},
        {"label": "Quyết định"},
    ],
    "stages": [
        {"label": "Sở nhận đơn", "state": "past", "day": date(2026, 7, 30)},
        {"label": "Thụ lý", "state": "past"},
        {"label": "Xác minh", "state": "now", "note": "Phòng Người có công gặp các bên liên quan."},
        {"label": "Quyết định giải quyết"},
    ],
    "open": OPEN,
    "closed": CLOSED,
    "entries": ENTRIES,
    "facts": [("Người khiếu nại", "Đỗ Thị Thảo, 67 tuổi\nxã Sơn Hạ"), ("Nhận đơn", "30/7/2026")],
    "tiles": TILES,
    "months": list(range(24)),
    "solved": list(range(23, -1, -1)),
    "long": LONG,
    "now": NOW,
    "sent_on": TODAY,
    "parts": [(3, "d1"), (1, "dl")],
    "here": HERE,
    "counts": {"case-list": (87, True), "desk": (12, False)},
}
