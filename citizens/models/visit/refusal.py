"""Grounds on which a visitor is not received; some need a written notice (Mẫu 01/TCD)."""

from __future__ import annotations

from datetime import date

from django.db import models

from ... import statutes

LAW = "Luật Tiếp công dân"
DECREE = "Nghị định số 154/2026/NĐ-CP"


class Ground(models.TextChoices):
    """Căn cứ từ chối: the article's number, its clause, its point."""

    DRUNK = (
        "9.1",
        "Say do dùng chất kích thích; bệnh làm mất khả năng nhận thức, điều khiển hành vi",
    )
    THREAT = "9.2", "Đe dọa, xúc phạm người thi hành công vụ; vi phạm nội quy nơi tiếp"
    SETTLED = (
        "9.3",
        "Đã giải quyết đúng pháp luật, đã rà soát, thông báo, giải thích mà vẫn kéo dài",
    )
    WEAPON = "4.1.a", "Mang vũ khí, vật nguy hiểm mà không gửi lại nơi quy định"
    SECURITY = "4.1.b", "Không chấp hành kiểm tra an ninh"
    RECORDING = "4.1.c", "Tự ý ghi âm, ghi hình, phát trực tiếp dù đã được nhắc; gây mất trật tự"
    INCITEMENT = "4.1.d", "Kích động, lôi kéo, gây rối an ninh, trật tự"
    NO_CAPACITY = "4.1.đ", "Không đủ năng lực hành vi dân sự mà không có người đại diện hợp pháp"
    NO_PROOF = "4.1.e", "Người đại diện không có giấy tờ chứng minh việc đại diện hợp pháp"
    OTHER_MATTER = "4.1.g", "Nội dung không phải khiếu nại, tố cáo, kiến nghị, phản ánh"
    NOTHING_NEW = "4.1.h", "Kiến nghị, phản ánh đã được trả lời, không có nội dung mới"
    JUDGED = "4.1.i", "Đã có bản án, quyết định của Tòa án có hiệu lực, không thể xem xét lại"
    ELSEWHERE = "4.1.k", "Cơ quan khác đã thụ lý vụ việc"

    @property
    def in_writing(self) -> bool:
        """Whether the head signs a notice: TCD Đ9.3, NĐ154 Đ4.1.h (NĐ154 Đ4.3)."""
        return self in (Ground.SETTLED, Ground.NOTHING_NEW)

    @property
    def since(self) -> date:
        """The law's own three grounds are older than the decree's."""
        in_law = self in (Ground.DRUNK, Ground.THREAT, Ground.SETTLED)
        return statutes.RECEPTION_LAW if in_law else statutes.REFORM_OF_2026

    @property
    def article(self) -> str:
        number, clause, *point = self.value.split(".")
        of = f"khoản {clause} Điều {number}"
        return f"điểm {point[0]} {of} {DECREE}" if point else f"{of} {LAW}"
