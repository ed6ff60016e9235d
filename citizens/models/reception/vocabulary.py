"""The words of sessions as choices; a stage stands in addresses by its value."""

from django.db import models


class Kind(models.TextChoices):
    PERIODIC = "dinh_ky", "Định kỳ"
    EXTRAORDINARY = "dot_xuat", "Đột xuất"


class Host(models.TextChoices):
    HEAD = "thu_truong", "Thủ trưởng"
    DELEGATE = "uy_quyen", "Ủy quyền"


class ReceptionStage(models.TextChoices):
    PLANNED = "chua-tiep", "Chưa tiếp"
    HELD = "da-tiep", "Đã tiếp"
    POSTPONED = "da-hoan", "Đã hoãn"
    CANCELLED = "da-huy", "Đã hủy"
