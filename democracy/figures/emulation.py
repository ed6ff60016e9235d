"""Models on the list, and awards, of a period."""

from __future__ import annotations

from democracy.models import Nomination, Practice
from portal.statistics.counting import counts

PRACTICES_BEGUN = counts(
    "practices_begun",
    "Mô hình, sáng kiến, điển hình vào danh mục",
    "số mô hình trong danh mục có ngày bắt đầu thực hiện trong kỳ",
    unit="mô hình",
    among=lambda period: Practice.objects.listed().filter(from_on__range=period.dates),
    of_unit="unit__code",
    opens=lambda period: (
        "/dan-chu/mo-hinh/",
        {"bat-dau-trong": period.address, "xem": "trong-danh-muc"},
    ),
)
COMMENDED = counts(
    "commended",
    "Tập thể, cá nhân được khen thưởng",
    "số dòng của sổ khen thưởng có ngày quyết định trong kỳ",
    unit="lượt",
    among=lambda period: Nomination.objects.awarded().filter(dated_on__range=period.dates),
    of_unit="unit__code",
    opens=lambda period: (
        "/dan-chu/khen-thuong/",
        {"khen-trong": period.address, "xem": "da-khen"},
    ),
)
