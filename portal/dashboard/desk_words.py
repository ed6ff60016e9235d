"""The desk in words: its tiles, the parts that they open, and what each position is there for."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from portal.deadlines import SOON
from portal.people import User
from portal.text import number

PART_TITLES = {
    "tat-ca": "Tất cả việc của tôi",
    "cho-ky": "Chờ đồng chí cho ý kiến, phê duyệt",
    "lay-so": "Văn bản chờ lấy số",
    "hom-nay": "Đơn vào sổ hôm nay",
    "qua-han": "Quá hạn",
    "sap-han": "Sắp đến hạn",
    "moi-giao": "Mới giao",
    "tra-lai": "Bị trả lại",
    "tam-dinh-chi": "Tạm đình chỉ",
    "cho-nguoi-khac": "Đang chờ người khác",
}


def _late_words(desk: Any) -> str:
    return "chậm nhất: " + desk_late(desk) if desk_late(desk) else "không có việc nào quá hạn"


def desk_late(desk: Any) -> str:
    late = [each.standing.words for each in desk.work if each.late]
    return late[0].removeprefix("Quá hạn ") if late and desk.circle is None else ""


def around(desk: Any) -> str:
    """Whose petitions and cases the number counts."""
    if desk.circle is None:
        return ""
    return "đơn, vụ việc của cơ quan" if desk.leads else "đơn, vụ việc của đơn vị"


TILES: dict[str, tuple[str, str, str, Callable[[Any], int], Callable[[Any], str]]] = {
    "cho-ky": (
        *("Chờ ký", "check", ""),
        lambda desk: len(desk.tray),
        lambda desk: "phiếu trình trong khay",
    ),
    "lay-so": (
        *("Chờ lấy số", "file", ""),
        lambda desk: len(desk.papers),
        lambda desk: "văn bản đã phê duyệt",
    ),
    "hom-nay": (
        *("Vào sổ hôm nay", "inbox", ""),
        lambda desk: len(desk.registered),
        lambda desk: "đơn do đồng chí vào sổ",
    ),
    "moi-giao": (
        *("Mới giao", "inbox", ""),
        lambda desk: sum(each.fresh for each in desk.work),
        lambda desk: "từ ngày làm việc trước",
    ),
    "qua-han": (
        *("Quá hạn", "late", "late"),
        lambda desk: desk.circle_counts.get("qua-han", sum(each.late for each in desk.work)),
        lambda desk: around(desk) or _late_words(desk),
    ),
    "sap-han": (
        *("Sắp đến hạn", "soon", "soon"),
        lambda desk: desk.circle_counts.get("sap-han", sum(each.soon for each in desk.work)),
        lambda desk: f"trong {SOON} ngày làm việc",
    ),
    "chi-dao": (
        *("Chỉ đạo chưa báo cáo", "send", ""),
        lambda desk: len(desk.unreported),
        lambda desk: f"{number(len(desk.late_instructions))} quá hạn báo cáo",
    ),
    "tra-lai": (
        *("Bị trả lại", "left", ""),
        lambda desk: len(desk.handed_back),
        lambda desk: "kèm lý do",
    ),
    "tam-dinh-chi": (
        *("Tạm đình chỉ", "pause", "pause"),
        lambda desk: desk.circle_counts.get("tam-dinh-chi", sum(each.paused for each in desk.work)),
        lambda desk: "chưa tính thời hạn",
    ),
}
"""Label, icon, tone, the figure and the line below it."""


def tile(name: str, desk: Any) -> dict[str, Any]:
    label, icon, tone, figure, words = TILES[name]
    url = "/chi-dao/" if name == "chi-dao" else f"/cong-viec/?muc={name}"
    return {
        "label": label,
        "icon": icon,
        "tone": tone,
        "figure": figure(desk),
        "words": words(desk),
        "url": url,
    }


DUTIES = {
    "administrator": (
        "Quản lý tài khoản, lịch làm việc, đơn vị và lĩnh vực."
        " Nội dung đơn, vụ việc không mở cho quản trị hệ thống."
    ),
    "editor": "Biên tập tin, văn bản và trang công khai của Cổng.",
    "inspection_board": (
        "Ghi việc giám sát của Ban Thanh tra nhân dân; về đơn, vụ việc, Ban xem phần đã công khai."
    ),
    "staff_representative": (
        "Theo dõi thực hiện dân chủ trong cơ quan và góp ý thay mặt người lao động."
    ),
    "party_committee": "Xem số liệu tổng hợp; không mở từng đơn, vụ việc.",
    "reform_officer": "Theo dõi kế hoạch cải cách hành chính và các chỉ số.",
    "procedure_officer": "Theo dõi thủ tục hành chính: công bố, cập nhật, rà soát.",
}
"""What a position without citizens' work is there for; one sentence each."""


def duties_of(user: User, *, on: date) -> list[str]:
    roles = dict.fromkeys(row.role for row in user.positions_on(on))
    return [DUTIES[role] for role in roles if role in DUTIES]
