"""Which fragment is shown in which state: a page for each kind of state."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from django.contrib.messages import ERROR, SUCCESS
from django.contrib.messages.storage.base import Message

from portal.views.look.forms import WRONG, Petition
from portal.views.look.words import (
    CLOSED,
    CRUMBS,
    ENDLESS,
    ENTRIES,
    HERE,
    LONG,
    NOW,
    OPEN,
    ROWS,
    STANDINGS,
    TILES,
    TODAY,
    WORDS,
)


@dataclass(frozen=True)
class Specimen:
    """One fragment in one state."""

    state: str
    fragment: str
    words: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Group:
    """A page of specimens."""

    name: str
    title: str
    about: str
    specimens: tuple[Specimen, ...]


class Subject:
    """What has steps, and an address that leads nowhere."""

    def get_absolute_url(self) -> str:
        return "#"


def told(level: int, words: str) -> Specimen:
    return Specimen(
        "Lời nhắn sau một việc", "portal/_messages.html", {"messages": [Message(level, words)]}
    )


def deadline(state: str, standing: Any, **more: Any) -> Specimen:
    facts = {"standing": standing, "about": "Giải quyết lần đầu", **more}
    return Specimen(state, "portal/_deadline.html", facts)


def notice(state: str, tone: str, said: str, **more: Any) -> Specimen:
    return Specimen(state, "portal/_notice.html", {"tone": tone, "words": said, **more})


def empty(state: str, kind: str, **more: Any) -> Specimen:
    return Specimen(state, "portal/_empty.html", {"kind": kind, **more})


def steps(state: str, **more: Any) -> Specimen:
    return Specimen(state, "portal/_steps.html", {"at": "#", **more})


TABS = [
    {"words": "Đang mở", "url": HERE, "count": 12, "here": True},
    {"words": "Quá hạn", "url": HERE, "count": 1, "late": True},
]
SAVED = [
    {"words": "Người có công, quá hạn", "url": HERE, "here": True},
    {"words": "Cả phòng, chờ bổ sung", "url": HERE, "new": 3, "shared": True},
]
CHANGES = [
    {"by": "Bà Nguyễn Thị Lan", "at": NOW, "title": "Sửa nội dung đơn",
     "lines": [("Trích yếu", "Xin xét lại mức trợ cấp"), ("Xã", "Sơn Hạ")]},
]  # fmt: skip
OFFICE = {
    "name": "Sở Lao động – Thương binh và Xã hội",
    "parent_body": "Ủy ban nhân dân tỉnh",
    "address": "Số 12 đường Hòa Bình",
    "phone": "0200 3812 345",
    "email": "vanthu@so.example",
    "hours": "Thứ Hai đến thứ Sáu, 7 giờ 30 đến 17 giờ",
    "licence": "Số 07/GP-TTĐT",
    "responsible_person": "Giám đốc Sở",
}
FULL = (
    Specimen("Đường dẫn", "portal/_crumbs.html", {"crumbs": CRUMBS, "here": "KN-2026-0012"}),
    Specimen(
        "Trước và sau trong danh sách",
        "portal/_neighbours.html",
        {"previous": HERE, "next": HERE, "position": "4 / 23"},
    ),
    Specimen("Ô số", "portal/_tiles.html", {"tiles": TILES}),
    Specimen("Thẻ, bộ lọc", "portal/_list_bar.html", {"tabs": TABS, **WORDS}),
    Specimen(
        "Bộ lọc đã lưu", "portal/_saved_filters.html", {"saved": SAVED, "save_url": HERE}
    ),
    Specimen("Trang của danh sách", "portal/_pager.html",
             {"words": "25 trong hơn 1.000 vụ việc", "previous": HERE, "next": HERE}),
    *(
        Specimen(f"Thời hạn trong danh sách: {standing.short}", "portal/_due.html",
                 {"standing": standing})
        for standing in STANDINGS
    ),
    deadline("Thời hạn sắp đến, có cách tính", STANDINGS[1], rows=ROWS),
    deadline("Thời hạn, trang của công dân", STANDINGS[0], rows=ROWS,
             question="Vì sao có ngày này?"),
    deadline("Quá hạn", STANDINGS[2]),
    deadline("Tạm đình chỉ", STANDINGS[3]),
    deadline("Đã giải quyết", STANDINGS[4]),
    Specimen("Cách tính thời hạn", "portal/_reckoning.html", {"rows": ROWS}),
    Specimen("Giai đoạn, cán bộ đọc", "portal/_path.html", {"stages": WORDS["path"]}),
    Specimen("Giai đoạn, công dân đọc", "portal/_stages.html", {"stages": WORDS["stages"]}),
    steps("Bước mở và bước chưa mở", open=OPEN, closed=CLOSED,
          then="Phòng Người có công báo cáo kết quả xác minh."),
    Specimen("Việc tiếp theo của một bản ghi", "portal/_record_steps.html",
             {"subject": Subject(), "open": OPEN[:1], "everyday": OPEN[1:2], "closed": CLOSED}),
    Specimen("Diễn biến", "portal/_timeline.html", {"entries": ENTRIES}),
    Specimen("Xem trước điều gửi công dân", "portal/_preview.html",
             {"text": "Kính gửi bà Đỗ Thị Thảo.", "channel": "Thư bảo đảm"}),
    Specimen("Thông tin", "portal/_facts.html", {"facts": WORDS["facts"]}),
    Specimen("Thông tin, một cột", "portal/_facts.html", {"facts": WORDS["facts"], "one": True}),
    Specimen("Tệp", "portal/_file.html",
             {"name": "Thông báo thụ lý số 96", "url": HERE, "kind": "PDF", "bytes": 188416,
              "on": TODAY}),
    Specimen("Chân trang của cơ quan", "portal/_foot.html", {"office": OFFICE}),
    notice("Cho biết", "", "Gọi trước khi đến.", url=HERE, act="Xem giờ tiếp"),
    notice("Đã xong", "ok", "Đã lưu lúc 10 giờ 32."),
    notice("Cần để ý", "soon", "Còn 2 ngày làm việc."),
    notice("Giữ riêng", "seal", "Danh tính ở trong bì giấy."),
    notice("Biểu tượng riêng", "", "Gọi 0200 3812 345.", icon_name="phone"),
)  # fmt: skip
EMPTY = (
    empty("Chưa có gì, việc đầu tiên", "nothing", title="Chưa có đơn nào trong sổ năm 2026",
          words="Vào sổ đơn đầu tiên, hoặc nhập từ bảng Excel đang dùng.", url=HERE,
          act="Vào sổ đơn"),
    empty("Chưa có gì, không có việc phải làm", "nothing", title="Hôm nay không có việc cần nhắc"),
    empty("Không khớp", "no_match", title="Không có vụ việc nào khớp 2 điều kiện", url=HERE),
    empty("Không có quyền", "no_right", title="Trang này dành cho bộ phận xử lý đơn",
          words="Cần xem để làm việc, đồng chí báo Trưởng phòng, máy lẻ 112.", url=HERE),
    steps("Hết bước"),
    deadline("Không có cách tính", STANDINGS[0]),
    Specimen("Đầu danh sách", "portal/_pager.html", {"words": "3 vụ việc"}),
    Specimen("Chưa có bộ lọc nào", "portal/_saved_filters.html", {"save_url": HERE}),
)  # fmt: skip
FAULTY = (
    Specimen("Tóm tắt lỗi của biểu mẫu", "portal/_errors.html", {"form": Petition(WRONG)}),
    Specimen("Lỗi của cả biểu mẫu", "portal/_errors.html",
             {"form": {"problems": [{"words": "Ghi ít nhất một cách liên hệ"}]}}),
    notice("Việc chưa xong", "late", "Tệp anh.png chưa gửi được: tệp lớn hơn 10 MB."),
    Specimen("Hai người cùng sửa", "portal/_changes.html", {"changes": CHANGES}),
    steps("Mọi bước còn khóa", closed=CLOSED),
    told(ERROR, "Chưa ghi được: phiếu này đã có người duyệt."),
)  # fmt: skip
GOING = (
    steps("Bước mở, không có bước chính", open=OPEN, none_leads=True),
    Specimen("Biết còn bao nhiêu", "portal/_progress.html",
             {"done": 1200, "of": 3214}),
    Specimen("Chưa biết còn bao nhiêu", "portal/_progress.html",
             {"of": 3214, "words": "Đang chờ đến lượt"}),
    told(SUCCESS, "Đã ghi 3.214 dòng."),
)  # fmt: skip
WIDE = (
    Specimen("Đường dẫn", "portal/_crumbs.html", {"crumbs": [(LONG, HERE)] * 3, "here": ENDLESS}),
    Specimen("Điều kiện đang lọc", "portal/_chips.html",
             {"chips": [(f"Có chữ {ENDLESS}", HERE), (LONG, HERE)], "clear": HERE}),
    Specimen("Ô số", "portal/_tiles.html", {"tiles": [
        {"label": LONG, "icon": "late", "tone": "late", "figure": 1234567, "words": LONG,
         "url": HERE}]}),
    Specimen("Giai đoạn", "portal/_path.html", {"stages": [{"label": LONG, "state": "now"}] * 3}),
    Specimen("Bước", "portal/_steps.html",
             {"at": "#", "open": [{"title": LONG, "path": "a"}],
              "closed": [({"title": LONG}, LONG)],
              "then": f"{ENDLESS} {LONG}"}),
    Specimen("Diễn biến", "portal/_timeline.html",
             {"entries": [{**entry, "text": f"{ENDLESS} {LONG}", "files": [(ENDLESS, HERE)]}
                          for entry in ENTRIES[:2]]}),
    Specimen("Thông tin", "portal/_facts.html", {"facts": [(LONG, ENDLESS), ("Xã", LONG)]}),
    Specimen("Tệp", "portal/_file.html",
             {"name": f"{ENDLESS}.pdf", "url": HERE, "bytes": 5 * 10**9}),
    notice("Lời báo", "late", f"{LONG} {ENDLESS}"),
    empty("Không khớp", "no_match", title=f"Không có vụ việc nào có chữ {ENDLESS}", url=HERE),
    deadline("Thời hạn", STANDINGS[2], about=f"{LONG} {ENDLESS}"),
    Specimen("Công dân sẽ đọc", "portal/_preview.html", {"text": f"{LONG}\n{ENDLESS * 3}"}),
)  # fmt: skip
PRINTED = (
    Specimen("Đầu tờ in, chỉ thấy trên giấy", "portal/_print_head.html",
             {"office": OFFICE, "printed_at": NOW, "title": "Vụ việc KN-2026-0012"}),
    deadline("Cách tính mở sẵn trên giấy", STANDINGS[1], rows=ROWS),
    Specimen("Thông tin", "portal/_facts.html", {"facts": WORDS["facts"]}),
)  # fmt: skip
GROUPS = {
    group.name: group
    for group in (
        Group("day-du", "Đầy đủ", "Mọi mảnh khi có việc để nói.", FULL),
        Group(
            "de-trong", "Để trống", "Chưa có gì, không khớp, không có quyền: ba cách nói.", EMPTY
        ),
        Group("co-loi", "Có lỗi", "Điều cần sửa, điều chưa xong, ai vừa sửa trước.", FAULTY),
        Group("dang-lam", "Đang làm", "Việc dài: đến đâu, rời trang được không.", GOING),
        Group("chu-dai", "Chữ dài", "Tên không hết, câu không ngắt, số rất lớn.", WIDE),
        Group("ban-in", "Bản in", "Bấm in để xem: phần điều hướng và nút không lên giấy.", PRINTED),
    )
}
