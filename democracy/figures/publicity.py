"""What was told to the staff, and when."""

from __future__ import annotations

from typing import Any

from django.db.models import F

from democracy.models import Posting
from democracy.models.posting import Stage
from portal.periods import Period
from portal.statistics.counting import counts

LIST = "/dan-chu/cong-khai/"


def due(period: Period) -> Any:
    return Posting.objects.filter(due_on__range=period.dates).exclude(stage=Stage.WITHHELD)


POSTINGS_DUE = counts(
    "postings_due",
    "Nội dung đến hạn công khai",
    "số nội dung phải công khai có hạn trong kỳ, không kể nội dung thuộc bí mật không công khai",
    unit="nội dung",
    among=due,
    of_unit="unit__code",
    opens=lambda period: (LIST, {"han-trong": period.address}),
)
POSTINGS_ON_TIME = counts(
    "postings_on_time",
    "trong đó công khai đúng hạn",
    "số nội dung có hạn trong kỳ đã đăng không sau hạn",
    unit="nội dung",
    among=lambda period: due(period).filter(posted_on__lte=F("due_on")),
    of_unit="unit__code",
    opens=lambda period: (LIST, {"han-trong": period.address, "dung-han": "dung-han"}),
)
POSTINGS_SHOWN = counts(
    "postings_shown",
    "Nội dung đăng trong kỳ",
    "số nội dung có ngày đăng trong kỳ",
    unit="nội dung",
    among=lambda period: Posting.objects.filter(posted_on__range=period.dates),
    of_unit="unit__code",
    opens=lambda period: (LIST, {"dang-trong": period.address}),
)
