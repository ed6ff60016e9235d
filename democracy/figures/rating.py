"""Units and committees that were rated."""

from __future__ import annotations

from democracy.models import ScoreSheet
from democracy.models.rating.sheet import Stage
from portal.statistics.counting import counts

UNITS_RATED = counts(
    "units_rated",
    "Đơn vị, Ban Chỉ đạo được xếp loại",
    "số phiếu điểm của đơn vị, Ban Chỉ đạo có quyết định xếp loại trong kỳ",
    unit="phiếu",
    among=lambda period: ScoreSheet.objects.filter(
        stage=Stage.DECIDED, person=None, round__decided_on__range=period.dates
    ),
    of_unit="unit__code",
    opens=lambda period: (
        "/dan-chu/phieu-diem/",
        {"quyet-dinh-trong": period.address, "xem": "don-vi-da-xep-loai"},
    ),
)
