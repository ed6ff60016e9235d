"""Nắm tình hình: what people whom the office serves say, by group and without anybody's name."""

from __future__ import annotations

import re
from datetime import date
from typing import Any, ClassVar, Self

from django.db import models

from portal.activities import rules
from portal.activities.entries import Entries, Entry
from portal.planning.rules import units_of

OF_A_PERSON = re.compile(r"(?:\+84|\b0)(?:[\s.-]?\d){8,9}\b|\b\d{9}\b|\b\d{12}\b|\S+@\S+\.\S+")
"""A telephone, an identity card, an address for e-mail."""


class Group(models.TextChoices):
    MERIT = "nguoi-co-cong", "Người có công và thân nhân"
    PROTECTED = "bao-tro", "Đối tượng bảo trợ xã hội"
    POOR = "ho-ngheo", "Hộ nghèo, hộ cận nghèo"
    CHILDREN = "tre-em", "Trẻ em và gia đình"
    REHABILITATION = "cai-nghien", "Người cai nghiện và gia đình"
    WORKERS = "nguoi-lao-dong", "Người lao động"
    SEEKERS = "tim-viec", "Người tìm việc, hưởng trợ cấp thất nghiệp"
    LEARNERS = "hoc-nghe", "Người học nghề"
    EMPLOYERS = "doanh-nghiep", "Doanh nghiệp, người sử dụng lao động"
    STAFF = "can-bo", "Cán bộ, công chức, viên chức của ngành"


class Channel(models.TextChoices):
    MEETING = "tiep-xuc", "Tiếp xúc, làm việc tại cơ sở"
    RECEPTION = "tiep-cong-dan", "Tiếp công dân"
    PRESS = "bao-chi", "Báo chí, mạng xã hội"
    PETITIONS = "don-thu", "Tổng hợp đơn thư"
    SURVEY = "khao-sat", "Khảo sát, lấy ý kiến"
    ORGANISATION = "doan-the", "Mặt trận, đoàn thể"


class Mood(models.TextChoices):
    AGREE = "dong-tinh", "Đồng tình"
    WORRY = "ban-khoan", "Băn khoăn"
    OBJECT = "khong-dong-tinh", "Không đồng tình"


class OpinionNotes(Entries):
    def visible_to(self, user: Any, *, on: date) -> Self:
        """Leaders, the coordinator, the Party committee; others what their own unit wrote down."""
        seen = super().visible_to(user, on=on)
        if rules.reads_opinions(user, on=on):
            return seen
        return seen.filter(models.Q(officer=user) | models.Q(unit__in=units_of(user, on=on)))


class OpinionNote(Entry):
    """Ghi nhận ý kiến, tâm tư, nguyện vọng."""

    stream_kind = "nam-tinh-hinh"
    book, path = "NTH", "nam-tinh-hinh"
    told = ("group", "channel", "mood", "text", "proposal")

    group = models.CharField("nhóm đối tượng", max_length=16, choices=Group)
    channel = models.CharField("nắm qua", max_length=14, choices=Channel)
    mood = models.CharField("thái độ chung", max_length=16, choices=Mood)
    text = models.TextField("ý kiến, tâm tư, nguyện vọng")
    proposal = models.TextField("đề xuất của đơn vị", blank=True)

    objects: ClassVar[Any] = OpinionNotes.as_manager()

    class Meta(Entry.Meta):
        verbose_name = "nắm tình hình"


def names_a_person(text: str) -> bool:
    """Whether a number or an address of somebody stands in it."""
    return bool(OF_A_PERSON.search(text))
