"""The desk in words: its tiles, the parts that they open, and what each position is there for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
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


@dataclass(frozen=True)
class Tile:
    """One number of the desk: how it is counted, and the line below it."""

    label: str
    icon: str
    tone: str
    figure: Callable[[Any], int]
    words: Callable[[Any], str]


def counted(part: str, among: Callable[[Any], bool]) -> Callable[[Any], int]:
    """Of the circle that the reader answers for, else of his own."""
    return lambda desk: desk.around.get(
        part, sum(among(each) for each in [*desk.papers, *desk.work])
    )


def whose(desk: Any) -> str:
    """Whose petitions and cases the number of the late ones counts; else which is the latest."""
    if desk.circle is not None:
        return "đơn, vụ việc của cơ quan" if desk.leads else "đơn, vụ việc của đơn vị"
    late = [each.standing.words for each in [*desk.papers, *desk.work] if each.late]
    return f"nhiều nhất {late[0].removeprefix('Quá hạn ')}" if late else "không có việc nào"


TILES = {
    "cho-ky": Tile(
        *("Chờ ký", "check", ""), lambda desk: len(desk.slips.tray), lambda desk: "phiếu trình"
    ),
    "lay-so": Tile(
        *("Chờ lấy số", "file", ""),
        lambda desk: len(desk.papers),
        lambda desk: "văn bản đã phê duyệt",
    ),
    "hom-nay": Tile(
        *("Vào sổ hôm nay", "inbox", ""),
        lambda desk: len(desk.registered),
        lambda desk: "đơn do đồng chí vào sổ",
    ),
    "moi-giao": Tile(
        *("Mới giao", "inbox", ""),
        lambda desk: sum(each.fresh for each in desk.work),
        lambda desk: "từ ngày làm việc trước",
    ),
    "qua-han": Tile(
        *("Quá hạn", "late", "late"), counted("qua-han", lambda each: each.late), whose
    ),
    "sap-han": Tile(
        *("Sắp đến hạn", "soon", "soon"),
        counted("sap-han", lambda each: each.soon),
        lambda desk: f"trong {SOON} ngày làm việc",
    ),
    "chi-dao": Tile(
        *("Chưa báo cáo", "send", ""),
        lambda desk: len(desk.orders.unreported),
        lambda desk: f"ý kiến chỉ đạo, {number(len(desk.orders.late))} quá hạn",
    ),
    "tra-lai": Tile(
        *("Bị trả lại", "left", ""),
        lambda desk: len(desk.slips.handed_back),
        lambda desk: "kèm lý do",
    ),
    "tam-dinh-chi": Tile(
        *("Tạm đình chỉ", "pause", "pause"),
        counted("tam-dinh-chi", lambda each: each.paused),
        lambda desk: "chưa tính thời hạn",
    ),
}


def tiles_of(desk: Any) -> list[dict[str, Any]]:
    return [_shown(name, TILES[name], desk) for name in _for_position(desk)]


def _for_position(desk: Any) -> tuple[str, ...]:
    if desk.leads:
        return ("cho-ky", "qua-han", "sap-han", "chi-dao", "tam-dinh-chi")
    if desk.numbers:
        return ("lay-so", "hom-nay", "qua-han", "sap-han", "tra-lai")
    first = "cho-ky" if desk.circle is not None else "moi-giao"
    return (first, "qua-han", "sap-han", "tra-lai", "tam-dinh-chi")


def _shown(name: str, tile: Tile, desk: Any) -> dict[str, Any]:
    return {
        "label": tile.label,
        "icon": tile.icon,
        "tone": tile.tone,
        "figure": tile.figure(desk),
        "words": tile.words(desk),
        "url": "/chi-dao/?xem=chua-bao-cao" if name == "chi-dao" else f"?muc={name}",
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


def titles_of(user: User, *, on: date) -> list[str]:
    return [f"{row.printed_title}, {row.place}" for row in user.positions_on(on)]
