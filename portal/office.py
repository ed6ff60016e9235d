"""The office itself, as it was on a day: its name, its footer, its settings."""

from datetime import date
from typing import Any

from django.db import models

from portal.kept import Kept


class Offices(models.QuerySet):
    def valid(self, *, as_of: date):
        return self.filter(valid_from__lte=as_of).order_by("-valid_from")


class Office(models.Model):
    """Cơ quan, từ một ngày nhất định."""

    valid_from = models.DateField("từ ngày", unique=True)
    name = models.CharField("tên cơ quan", max_length=200)
    short_name = models.CharField("tên gọi tắt", max_length=100)
    province = models.CharField("tỉnh", max_length=100)
    parent_body = models.CharField("cơ quan chủ quản", max_length=200)
    symbol = models.CharField("ký hiệu văn bản", max_length=40)
    place = models.CharField("địa danh", max_length=100)
    address = models.CharField("địa chỉ", max_length=300, blank=True)
    phone = models.CharField("điện thoại", max_length=60, blank=True)
    email = models.EmailField("thư điện tử", blank=True)
    hours = models.CharField("giờ làm việc", max_length=200, blank=True)
    licence = models.CharField("giấy phép", max_length=300, blank=True)
    responsible_person = models.CharField("chịu trách nhiệm chính", max_length=200, blank=True)

    objects = Offices.as_manager()

    def __str__(self) -> str:
        return self.name


NOBODY_YET = {
    "valid_from": date(2015, 1, 1),
    "name": "Sở Lao động – Thương binh và Xã hội",
    "short_name": "Sở LĐ-TB&XH",
    "province": "",
    "parent_body": "Ủy ban nhân dân tỉnh",
    "symbol": "SLĐTBXH",
    "place": "",
}


def office(as_of: date) -> Office:
    """The office on that day; a neutral one until somebody has entered its facts."""
    return Office.objects.valid(as_of=as_of).first() or Office(**NOBODY_YET)


class Setting(models.Model):
    """Quy định riêng của cơ quan, có ngày hiệu lực và số văn bản."""

    name = models.CharField("tên", max_length=60)
    value = models.JSONField("giá trị")
    valid_from = models.DateField("từ ngày")
    decision = models.CharField("theo văn bản", max_length=200, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["name", "valid_from"], name="setting_once_a_day")
        ]

    def __str__(self) -> str:
        return f"{self.name} từ {self.valid_from}"


DELIVERED: dict[str, Any] = {
    "custody": "giay",
    "petition_unit": "",
}
"""What holds until the office decides otherwise: paper custody of a denouncer's identity."""


def setting(name: str, *, as_of: date) -> Any:
    """The value that holds on that day; an unknown name is a mistake in the program."""
    for known, valid_from, value in kept_settings():
        if known == name and valid_from <= as_of:
            return value
    return DELIVERED[name]


@Kept
def kept_settings() -> tuple[tuple[str, date, Any], ...]:
    """The newest first."""
    rows = Setting.objects.order_by("-valid_from")
    return tuple(rows.values_list("name", "valid_from", "value"))
