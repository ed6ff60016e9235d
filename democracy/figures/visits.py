"""Visits, surveys and inspections that took place."""

from __future__ import annotations

from democracy.models import SiteVisit
from portal.statistics.counting import counts

VISITS_MADE = counts(
    "visits_made",
    "Cuộc khảo sát, kiểm tra đơn vị",
    "số cuộc có ngày làm việc trong kỳ",
    unit="cuộc",
    among=lambda period: SiteVisit.objects.filter(met_on__range=period.dates),
    of_unit="visited__code",
    opens=lambda period: ("/dan-chu/khao-sat/", {"lam-viec-trong": period.address}),
)
