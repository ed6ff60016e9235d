"""Movements that were launched."""

from __future__ import annotations

from democracy.models import Movement
from portal.statistics.counting import counts

MOVEMENTS_LAUNCHED = counts(
    "movements_launched",
    "Phong trào thi đua phát động",
    "số phong trào có ngày phát động trong kỳ",
    unit="phong trào",
    among=lambda period: Movement.objects.filter(launched_on__range=period.dates),
    of_unit="unit__code",
    opens=lambda period: ("/dan-chu/thi-dua/", {"phat-dong-trong": period.address}),
)
