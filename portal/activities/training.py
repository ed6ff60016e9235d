"""Đào tạo, bồi dưỡng: how many were to come, how many came."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from portal.activities.entries import Entry


class Topic(models.TextChoices):
    DEMOCRACY = "dan-chu", "Thực hiện dân chủ, công tác dân vận"
    REFORM = "cai-cach", "Cải cách hành chính"
    PETITIONS = "tiep-dan", "Tiếp công dân, giải quyết khiếu nại, tố cáo"
    DIGITAL = "ky-nang-so", "Kỹ năng số"
    POSITION = "vi-tri", "Theo tiêu chuẩn chức danh, vị trí việc làm"
    OTHER = "khac", "Nội dung khác"


class Training(Entry):
    """Lớp đào tạo, bồi dưỡng."""

    stream_kind = "dao-tao"
    book, path = "DTBD", "dao-tao"
    told = ("topic", "from_on", "to_on", "planned", "people", "organiser", "result")

    topic = models.CharField("chuyên đề", max_length=12, choices=Topic)
    to_on = models.DateField("đến hết ngày", null=True, blank=True)
    planned = models.PositiveIntegerField("số lượt người theo kế hoạch", null=True, blank=True)
    people = models.PositiveIntegerField("số lượt người đã học", null=True, blank=True)
    organiser = models.CharField("nơi tổ chức", max_length=200, blank=True)
    result = models.TextField("kết quả", blank=True)

    class Meta(Entry.Meta):
        verbose_name = "đào tạo, bồi dưỡng"
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="training_begins_before_it_ends",
                condition=Q(to_on=None) | Q(to_on__gte=F("from_on")),
            ),
        ]
