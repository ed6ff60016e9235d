"""A ground keeps its code and its words: what was refused on it reads for ever as it was told."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from django.db import models
from django.db.models import F, Q

from portal.grounds.delivered import ACCEPTANCE, DELIVERED, ELIGIBILITY, RECEPTION
from portal.kept import Kept
from portal.text import day


class RefusalGround(models.Model):
    """Căn cứ từ chối tiếp, không thụ lý, không đủ điều kiện xử lý."""

    class Purpose(models.TextChoices):
        RECEPTION = RECEPTION, "Từ chối tiếp công dân"
        ACCEPTANCE = ACCEPTANCE, "Không thụ lý khiếu nại"
        ELIGIBILITY = ELIGIBILITY, "Đơn không đủ điều kiện xử lý"

    purpose = models.CharField("dùng khi", max_length=16, choices=Purpose)
    code = models.CharField("mã", max_length=20)
    words = models.CharField("căn cứ", max_length=200)
    article = models.CharField("điều, khoản", max_length=100)
    source = models.CharField("văn bản", max_length=120)
    valid_from = models.DateField("có hiệu lực từ ngày")
    valid_to = models.DateField("đến hết ngày", null=True, blank=True)
    in_writing = models.BooleanField("phải thông báo bằng văn bản", default=False)
    order = models.PositiveSmallIntegerField("thứ tự", default=0)

    class Meta:
        ordering = ["purpose", "order", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["purpose", "code"], name="refusal_ground_once"),
            models.CheckConstraint(
                condition=Q(valid_to=None) | Q(valid_to__gte=F("valid_from")),
                name="refusal_ground_valid_in_order",
                violation_error_message="Ngày cuối đang trước ngày đầu.",
            ),
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def offered(self) -> str:
        """As a choice among others."""
        return f"{self.words} (đến hết ngày {day(self.valid_to)})" if self.valid_to else self.words

    @property
    def law(self) -> str:
        return f"{self.article} {self.source}"

    @property
    def told(self) -> str:
        return f"{self.words} ({self.law})"

    def is_valid(self, *, on: date) -> bool:
        return self.valid_from <= on and (self.valid_to is None or on <= self.valid_to)

    def why_not(self, *, on: date) -> str:
        """Why nobody is refused on it that day, or ''."""
        if on < self.valid_from:
            return f"Căn cứ này có hiệu lực từ ngày {day(self.valid_from)}."
        if self.valid_to and on > self.valid_to:
            return f"Căn cứ này có hiệu lực đến hết ngày {day(self.valid_to)}."
        return ""


def delivered() -> list[RefusalGround]:
    names = ("purpose", "code", "words", "article", "source", "valid_from", "in_writing")
    return [
        RefusalGround(**dict(zip(names, line, strict=True)), order=place)
        for place, line in enumerate(DELIVERED, start=1)
    ]


@Kept
def known_grounds() -> Mapping[tuple[str, str], RefusalGround]:
    """The office's own table, before it those delivered that it has not written down."""
    rows = [*delivered(), *RefusalGround.objects.all()]
    known = {(row.purpose, row.code): row for row in rows}
    return dict(sorted(known.items(), key=lambda item: (item[1].purpose, item[1].order)))


def ground(purpose: str, code: str) -> RefusalGround:
    return known_grounds()[purpose, code]


def begun_grounds(purpose: str, *, on: date) -> list[RefusalGround]:
    """Those of that day and those that have ended: what is entered late was refused on them."""
    return [
        row for row in known_grounds().values() if row.purpose == purpose and row.valid_from <= on
    ]


def grounds_on(purpose: str, *, on: date) -> list[RefusalGround]:
    return [row for row in begun_grounds(purpose, on=on) if row.is_valid(on=on)]
