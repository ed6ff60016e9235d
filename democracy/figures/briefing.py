"""Documents made known: sessions, and how many people heard."""

from __future__ import annotations

from typing import Any

from democracy.models import BriefingSession
from portal.periods import Period
from portal.statistics.counting import counts, sums


def held(period: Period) -> Any:
    return BriefingSession.objects.standing().filter(held_on__range=period.dates)


def opens(period: Any) -> tuple[str, dict[str, str]]:
    """The rounds to which those sessions belong."""
    return "/dan-chu/quan-triet/", {"co-buoi-trong": period.address}


DISSEMINATION_SESSIONS = counts(
    "dissemination_sessions",
    "Buổi quán triệt văn bản",
    "số buổi đã ghi có ngày trong kỳ, không kể buổi đã gạch",
    unit="buổi",
    among=held,
    of_unit="unit__code",
    opens=opens,
)
DISSEMINATION_PEOPLE = sums(
    "dissemination_people",
    "Lượt người được quán triệt",
    "tổng số người dự các buổi có ngày trong kỳ",
    unit="lượt người",
    among=held,
    column="attending",
    opens=opens,
)
