"""How an indicator is measured, told and judged."""

from __future__ import annotations

from datetime import date

from django.db import models

from portal.periods import Half, Month, Quarter, Regular, Year


class Stage(models.TextChoices):
    FOLLOWED = "followed", "Đang theo dõi"
    CLOSED = "closed", "Thôi theo dõi"


class Direction(models.TextChoices):
    UP = "tang", "Càng cao càng tốt"
    DOWN = "giam", "Càng thấp càng tốt"


class Scope(models.TextChoices):
    OFFICE = "co-quan", "Toàn cơ quan"
    UNIT = "don-vi", "Riêng đơn vị chủ trì"
    PROVINCE = "tinh", "Toàn tỉnh"


class Comparator(models.TextChoices):
    AT_LEAST = "ge", "Từ … trở lên (≥)"
    MORE = "gt", "Hơn (>)"
    AT_MOST = "le", "Không quá (≤)"
    LESS = "lt", "Dưới (<)"
    EQUAL = "eq", "Bằng (=)"


SIGNS = {"ge": "≥", "gt": ">", "le": "≤", "lt": "<", "eq": "="}


class Family(models.TextChoices):
    """Chỉ số do cơ quan khác công bố."""

    OWN = "", "Chỉ tiêu của cơ quan"
    PAR = "par", "Chỉ số cải cách hành chính (PAR INDEX)"
    SIPAS = "sipas", "Chỉ số hài lòng (SIPAS)"
    PCI = "pci", "Chỉ số năng lực cạnh tranh (PCI)"
    PAPI = "papi", "Chỉ số hiệu quả quản trị (PAPI)"
    DTI = "dti", "Chỉ số chuyển đổi số (DTI)"
    DDCI = "ddci", "Chỉ số năng lực điều hành (DDCI)"


class Verdict(models.TextChoices):
    MET = "dat", "Đạt"
    MISSED = "chua-dat", "Chưa đạt"
    NO_VALUE = "chua-co", "Chưa có số liệu"
    NO_TARGET = "khong-dat-muc-tieu", "Chưa đặt mục tiêu"


class Frequency(models.TextChoices):
    MONTH = "thang", "Hằng tháng"
    QUARTER = "quy", "Hằng quý"
    HALF = "nua-nam", "6 tháng"
    YEAR = "nam", "Hằng năm"


PERIODS: dict[str, type[Regular]] = {
    Frequency.MONTH: Month,
    Frequency.QUARTER: Quarter,
    Frequency.HALF: Half,
    Frequency.YEAR: Year,
}
TREND = 12
"""So many periods a trend shows."""


def period_now(frequency: str, *, on: date) -> Regular:
    return PERIODS[frequency].containing(on)


def periods_over(frequency: str, *, on: date, count: int = TREND) -> list[Regular]:
    """The last ones that are over, the oldest first."""
    found = [period_now(frequency, on=on).previous()]
    while len(found) < count:
        found.insert(0, found[0].previous())
    return found
