"""Directives from above that nobody was told of in time: a number of days after their date."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Exists, OuterRef

from democracy.models import BriefingSession
from portal.instruments import Instrument
from portal.office import Known, declare, setting
from portal.periods import Period
from portal.working_days import days_after

DAYS = "dissemination_days"
KINDS = (
    Instrument.Kind.RESOLUTION,
    Instrument.Kind.DIRECTIVE,
    Instrument.Kind.CONCLUSION,
    Instrument.Kind.PROGRAMME,
)
declare(
    Known(
        DAYS,
        "Thời hạn quán triệt văn bản chỉ đạo",
        "Nghị quyết, chỉ thị, kết luận, chương trình của cấp trên quá số ngày này mà chưa có buổi"
        " quán triệt nào thì được nêu tên ở trang kế hoạch CCHC.",
        "30",
        lambda on: {str(days): f"{days} ngày" for days in (10, 15, 30, 45, 60)},
    )
)


def undisseminated(period: Period) -> Any:
    """Those whose last day for it lies in the period, without a session up to its end."""
    days = int(setting(DAYS, as_of=period.end))
    told = BriefingSession.objects.standing().filter(
        briefing__instrument=OuterRef("pk"), held_on__lte=period.end
    )
    first, last = days_after(period.start, -days), days_after(period.end, -days)
    rows = Instrument.objects.filter(
        kind__in=KINDS, unit=None, dated__range=(key(first), key(last))
    )
    return rows.exclude(Exists(told)).select_related("issuer").order_by("dated", "pk")


def key(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
