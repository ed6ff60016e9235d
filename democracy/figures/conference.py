"""Conferences that were held."""

from __future__ import annotations

from democracy.models import Conference
from portal.statistics.counting import counts

CONFERENCES_HELD = counts(
    "conferences_held",
    "Hội nghị cán bộ, công chức, viên chức",
    "số hội nghị có ngày họp trong kỳ",
    unit="hội nghị",
    among=lambda period: Conference.objects.filter(held_on__range=period.dates),
    of_unit="unit__code",
    opens=lambda period: ("/dan-chu/hoi-nghi/", {"hop-trong": period.address}),
)
