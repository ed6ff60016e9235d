"""The words of the catalogue of procedures."""

from __future__ import annotations

from django.db import models


class Stage(models.TextChoices):
    IN_FORCE = "in_force", "Đang áp dụng"
    CLOSED = "closed", "Đã bãi bỏ, thay thế"


class Level(models.TextChoices):
    PROVINCE = "tinh", "Cấp tỉnh"
    COMMUNE = "xa", "Cấp xã"
    SHARED = "dung-chung", "Dùng chung các cấp"
    OTHER = "khac", "Cơ quan khác"


class Kind(models.TextChoices):
    STANDARD = "chuan", "Do Bộ công bố"
    SPECIFIC = "dac-thu", "Đặc thù của địa phương"
    INTERNAL = "noi-bo", "Nội bộ trong hệ thống hành chính"


class Online(models.TextChoices):
    FULL = "toan-trinh", "Toàn trình"
    PARTIAL = "mot-phan", "Một phần"
    INFORMATION = "thong-tin", "Chỉ cung cấp thông tin"


class Interlinked(models.TextChoices):
    SAME = "cung-cap", "Liên thông cùng cấp"
    ACROSS = "khac-cap", "Liên thông khác cấp"


class Channel(models.TextChoices):
    DIRECT = "truc-tiep", "Trực tiếp"
    ONLINE = "truc-tuyen", "Trực tuyến"
    POST = "buu-chinh", "Bưu chính công ích"


class Measure(models.TextChoices):
    WORKING = "working", "ngày làm việc"
    CALENDAR = "calendar", "ngày"
    HOURS = "hours", "giờ làm việc"
    NONE = "none", "không quy định"


HOURS_A_DAY = 8
EVERY_CHANNEL = "Mọi cách nộp"
