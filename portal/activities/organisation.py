"""Sắp xếp, kiện toàn tổ chức: what changed, under which document, how many are left."""

from __future__ import annotations

from django.db import models

from portal.activities.entries import Entry


class Change(models.TextChoices):
    COUNT = "thong-ke", "Thống kê, không thay đổi"
    FOUND = "thanh-lap", "Thành lập"
    MERGE = "sap-nhap", "Hợp nhất, sáp nhập"
    DISSOLVE = "giai-the", "Giải thể"
    TRANSFER = "chuyen-giao", "Chuyển giao, chuyển nguyên trạng"
    FUNCTIONS = "chuc-nang", "Điều chỉnh chức năng, nhiệm vụ"
    RULES = "quy-che", "Ban hành, sửa quy chế làm việc"


class OrganisationReview(Entry):
    """Lần rà soát, sắp xếp tổ chức; the counts are those after it."""

    stream_kind = "to-chuc"
    book, path = "TCBM", "to-chuc"
    told = ("change", "basis", "departments", "service_units", "leaders", "result")

    change = models.CharField("việc sắp xếp", max_length=12, choices=Change)
    basis = models.CharField("theo văn bản", max_length=200, blank=True)
    departments = models.PositiveIntegerField("số phòng, tổ chức hành chính")
    service_units = models.PositiveIntegerField("số đơn vị sự nghiệp")
    leaders = models.PositiveIntegerField("số lãnh đạo cấp phòng", null=True, blank=True)
    result = models.TextField("kết quả", blank=True)

    class Meta(Entry.Meta):
        verbose_name = "sắp xếp tổ chức"
