"""Công tác cán bộ in numbers: how many acts of a kind, how many of them with an error found."""

from __future__ import annotations

from django.db import models
from django.db.models import F, Q

from portal.activities.entries import Entry


class Act(models.TextChoices):
    RECRUIT = "tuyen-dung", "Tuyển dụng, tiếp nhận"
    TRANSFER = "luan-chuyen", "Luân chuyển, điều động, biệt phái"
    SWAP = "chuyen-doi", "Chuyển đổi vị trí công tác"
    APPOINT = "bo-nhiem", "Bổ nhiệm"
    REAPPOINT = "bo-nhiem-lai", "Bổ nhiệm lại"
    PROMOTE = "nang-ngach", "Nâng ngạch, thăng hạng"
    REDUCE = "tinh-gian", "Tinh giản biên chế"
    DISCIPLINE = "ky-luat", "Kỷ luật"


class PersonnelActs(Entry):
    """Việc về cán bộ theo số lượng: no names; those stand in the personnel files."""

    stream_kind = "can-bo"
    book, path = "CTCB", "can-bo"
    told = ("act", "times", "wrong", "wrong_words")

    act = models.CharField("việc", max_length=12, choices=Act)
    times = models.PositiveIntegerField("số trường hợp")
    wrong = models.PositiveIntegerField("trong đó có sai sót", default=0)
    wrong_words = models.TextField("sai sót, cách khắc phục", blank=True)

    class Meta(Entry.Meta):
        verbose_name = "công tác cán bộ"
        constraints = [
            *Entry.Meta.constraints,
            models.CheckConstraint(
                name="personnel_wrong_are_some_of_them", condition=Q(wrong__lte=F("times"))
            ),
            models.CheckConstraint(
                name="personnel_wrong_is_told", condition=Q(wrong=0) | ~Q(wrong_words="")
            ),
        ]
