"""Documents that a unit must have, as a team that visits it asks for them.

The list is composed from what the law and provincial plans ask of units; whoever inspects ticks
what stands outside the portal by hand.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Document:
    """One line of the checklist. ``basis``: why it must exist."""

    code: str
    words: str
    basis: str


CHECKLIST: tuple[Document, ...] = (
    Document("quy-che", "Quy chế thực hiện dân chủ của cơ quan, đơn vị", "Luật 10/2022/QH15"),
    Document("ban-chi-dao", "Quyết định thành lập, kiện toàn Ban Chỉ đạo", "Kế hoạch của Sở"),
    Document("ke-hoach", "Kế hoạch thực hiện dân chủ trong năm", "Kế hoạch của Sở"),
    Document("bien-ban", "Biên bản hội nghị cán bộ, công chức, viên chức, người lao động",
             "Điều 51, 52 Luật 10/2022/QH15"),
    Document("nghi-quyet", "Nghị quyết hội nghị", "Điều 52 Luật 10/2022/QH15"),
    Document("chuong-trinh-ttnd", "Chương trình công tác của Ban Thanh tra nhân dân",
             "Điều 22 Nghị định 59/2023/NĐ-CP"),
    Document("bao-cao-ttnd", "Báo cáo của Ban Thanh tra nhân dân",
             "Nghị định 59/2023/NĐ-CP"),
    Document("so-cong-khai", "Sổ công khai trong cơ quan, đơn vị", "Điều 46–48 Luật 10/2022/QH15"),
    Document("chi-tieu", "Quy chế chi tiêu nội bộ", "Điều 46, 53 Luật 10/2022/QH15"),
    Document("so-don", "Sổ theo dõi đơn, khiếu nại, tố cáo, kiến nghị",
             "Luật Khiếu nại, Luật Tố cáo"),
)  # fmt: skip
BY_CODE = {each.code: each for each in CHECKLIST}
