"""The words of changes, and the steps that each has to pass by a day."""

from __future__ import annotations

from dataclasses import dataclass

from django.db import models


class Stage(models.TextChoices):
    OPEN = "open", "Đang chuẩn bị công bố"
    SIGNED = "signed", "Đã có quyết định công bố"
    DONE = "done", "Đã cập nhật xong"
    DROPPED = "dropped", "Đã dừng"


class Sort(models.TextChoices):
    """Điều 14 Nghị định 63/2010/NĐ-CP."""

    NEW = "moi", "Mới ban hành"
    AMENDED = "sua-doi", "Sửa đổi, bổ sung"
    REPLACED = "thay-the", "Thay thế"
    REPEALED = "bai-bo", "Bãi bỏ"
    ANNULLED = "huy-bo", "Hủy bỏ"


CLOSING = (Sort.REPLACED.value, Sort.REPEALED.value, Sort.ANNULLED.value)


@dataclass(frozen=True)
class Milestone:
    """One thing to be done: the column of its day, that of its last day, its words."""

    name: str
    due: str
    words: str
    closing_too: bool = True
    """False: nothing of the kind is owed for a procedure that ends."""


MILESTONES = (
    Milestone("drafted_on", "draft_by", "Dự thảo quyết định công bố"),
    Milestone("signed_on", "sign_by", "Quyết định công bố được ký"),
    Milestone("entered_on", "enter_by", "Nhập cơ sở dữ liệu quốc gia"),
    Milestone("posted_on", "enter_by", "Niêm yết, công khai"),
    Milestone("process_on", "enter_by", "Phê duyệt quy trình nội bộ", closing_too=False),
)
AFTERWARDS = tuple(row for row in MILESTONES if row.due == "enter_by")
