"""Kết quả nổi bật in words, by area and period: a report is not only numbers."""

from __future__ import annotations

from django.db import models

from portal.activities.entries import Entry


class Area(models.TextChoices):
    """What reform programmes since 2011 have in common; each words it in its own way."""

    STEERING = "dieu-hanh", "Chỉ đạo, điều hành"
    INSTITUTIONS = "the-che", "Thể chế"
    PROCEDURES = "thu-tuc", "Thủ tục hành chính"
    ORGANISATION = "bo-may", "Tổ chức bộ máy"
    STAFF = "cong-vu", "Đội ngũ, chế độ công vụ"
    FINANCE = "tai-chinh", "Tài chính công"
    DIGITAL = "dien-tu", "Chính quyền điện tử, chính quyền số"
    DEMOCRACY = "dan-chu", "Thực hiện dân chủ, công tác dân vận"


class Achievement(Entry):
    """Kết quả nổi bật; its days are the period of which it speaks."""

    stream_kind = "ket-qua"
    book, path = "KQNB", "ket-qua"
    told = ("area", "from_on", "to_on", "text")

    area = models.CharField("mảng công việc", max_length=12, choices=Area)
    to_on = models.DateField("đến hết ngày")
    text = models.TextField("kết quả")

    class Meta(Entry.Meta):
        verbose_name = "kết quả nổi bật"
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="achievement_period_begins_before_it_ends",
                condition=models.Q(to_on__gte=models.F("from_on")),
            ),
        ]
