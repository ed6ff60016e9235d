"""The office itself, as it was on a day: its name, its footer, its settings."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import models

from portal.kept import Kept
from portal.people import Unit
from portal.text import day


class Offices(models.QuerySet):
    def valid(self, *, as_of: date):
        return self.filter(valid_from__lte=as_of).order_by("-valid_from")


class Office(models.Model):
    """Cơ quan, từ một ngày nhất định."""

    class Accent(models.TextChoices):
        INDIGO = "", "xanh chàm"
        TEAL = "teal", "xanh cổ vịt"
        BROWN = "brown", "nâu đất"
        PLUM = "plum", "tím mận"

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
    emblem = models.ForeignKey(
        "portal.File", models.PROTECT, null=True, blank=True, related_name="+", editable=False
    )
    accent = models.CharField("màu chính", max_length=10, choices=Accent, blank=True)

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
        known = SETTINGS.get(self.name)
        return f"{known.label if known else self.name} từ {day(self.valid_from)}"


@dataclass(frozen=True)
class Known:
    """A setting that the program reads: its words, what holds until the office decides otherwise.

    ``refused``: values that are named but cannot be chosen yet, each with its reason.
    """

    name: str
    label: str
    does: str
    default: Any
    choices: Callable[[date], Mapping[str, str]]
    by_decision: bool = False
    refused: Mapping[str, str] | None = None

    def words(self, value: Any, *, on: date) -> str:
        """What a value means; a unit that has ended keeps its name."""
        return self.choices(on).get(str(value)) or str(value or "chưa chọn")


def units_by_code(on: date) -> dict[str, str]:
    return {unit.code: unit.name for unit in Unit.objects.open(as_of=on)}


SETTINGS: dict[str, Known] = {}


def declare(*known: Known) -> None:
    """An app names its own settings beside those of the kernel."""
    SETTINGS.update({each.name: each for each in known})


declare(
    Known(
        "custody",
        "Cách giữ danh tính người tố cáo",
        "Cổng không nhận họ tên, địa chỉ, chữ viết, bản quét của người tố cáo: danh tính ở trong"
        " bì giấy, sổ riêng chỉ ghi số, ngày, lĩnh vực, đơn vị và số bì.",
        "giay",
        lambda on: {"giay": "bì giấy", "niem_phong": "niêm phong điện tử"},
        by_decision=True,
        refused={
            "niem_phong": "Niêm phong điện tử chỉ dùng trên mạng độc lập và chưa có trong bản này"
            " của Cổng; giữ bằng bì giấy"
        },
    ),
    Known(
        "petition_unit",
        "Đơn vị xử lý đơn",
        "Đơn vị mà đơn mới vào sổ được giao tới; thủ trưởng đơn vị này thấy mọi đơn và sổ riêng.",
        "",
        units_by_code,
    ),
)


def setting(name: str, *, as_of: date) -> Any:
    """The value that holds on that day; an unknown name is a mistake in the program."""
    for known, valid_from, value in kept_settings():
        if known == name and valid_from <= as_of:
            return value
    return SETTINGS[name].default


@Kept
def kept_settings() -> tuple[tuple[str, date, Any], ...]:
    """The newest first."""
    rows = Setting.objects.order_by("-valid_from")
    return tuple(rows.values_list("name", "valid_from", "value"))
