"""Bodies whose documents direct the office; they are merged and renamed, so they have dates."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from django.db import models

from portal.people.units import Dated, opens_before_it_closes
from portal.text import fold


class Issuer(models.Model):
    """Cơ quan ban hành."""

    class Kind(models.TextChoices):
        STATE = "state", "Cơ quan nhà nước"
        PARTY = "party", "Cơ quan đảng"
        COMMITTEE = "committee", "Ban Chỉ đạo, tổ chức phối hợp"
        MASS = "mass", "Mặt trận, đoàn thể"
        OWN = "own", "Cơ quan mình và đơn vị trực thuộc"

    code = models.SlugField("mã", max_length=40, unique=True)
    name = models.CharField("tên cơ quan ban hành", max_length=200)
    kind = models.CharField("loại", max_length=12, choices=Kind, default=Kind.STATE)
    opened_on = models.DateField("từ ngày", null=True, blank=True)
    closed_on = models.DateField("kết thúc từ ngày", null=True, blank=True)
    successor = models.ForeignKey(
        "self", models.PROTECT, null=True, blank=True, verbose_name="cơ quan kế thừa"
    )

    objects = Dated.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [opens_before_it_closes("issuer_opens_before_it_closes")]

    def __str__(self) -> str:
        return self.name

    @property
    def is_party(self) -> bool:
        return self.kind == Issuer.Kind.PARTY


def ended(text: str, *, on: date) -> Iterator[Issuer]:
    """Bodies whose full name stands in the text although they had ended by that day."""
    gone = Issuer.objects.filter(closed_on__lte=on).select_related("successor")
    plain = fold(text)
    return (row for row in gone if fold(row.name) in plain)


def as_called_on(text: str, *, on: date) -> str:
    """The same recipients under the names of that day: whoever took over stands in their place."""
    for row in ended(text, on=on):
        heir = row.successor
        while heir and heir.closed_on and heir.closed_on <= on:
            heir = heir.successor
        text = text.replace(row.name, heir.name) if heir else text
    return text
