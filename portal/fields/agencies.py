"""The bodies to which letters are forwarded: suggested where one writes, never forced."""

from __future__ import annotations

from django.db import models

from portal.kept import Kept
from portal.people.units import Dated, opens_before_it_closes


class Agency(models.Model):
    """Cơ quan nhận đơn chuyển đến."""

    name = models.CharField("tên cơ quan", max_length=200, unique=True)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    phone = models.CharField("điện thoại", max_length=60, blank=True)
    opened_on = models.DateField("từ ngày", null=True, blank=True)
    closed_on = models.DateField("không còn từ ngày", null=True, blank=True)

    objects = Dated.as_manager()

    class Meta:
        ordering = ["name"]
        constraints = [opens_before_it_closes("agency_opens_before_it_closes")]

    def __str__(self) -> str:
        return self.name


@Kept
def agencies() -> tuple[str, ...]:
    """Those that are open; whoever writes may still write another."""
    return tuple(Agency.objects.filter(closed_on=None).values_list("name", flat=True))
