"""Late dossiers with their letters, breaches of the one-stop rules, by name."""

from __future__ import annotations

from typing import Any

from django.utils import timezone

from portal.periods import Period
from portal.statistics.counting import counts, share_of
from reforms.models import Breach, LateDossier

LATE_LIST, BREACH_LIST = "/cai-cach/ho-so/qua-han/", "/cai-cach/ho-so/vi-pham/"


def overdue_in(period: Period) -> Any:
    """Those whose day fell in the period and passed; what is still in time today is not late."""
    rows = LateDossier.objects.overdue(as_of=timezone.localdate())
    return rows.filter(due_on__range=period.dates)


def opens_overdue(period: Any) -> tuple[str, dict[str, str]]:
    return LATE_LIST, {"xem": "qua-han", "den-han-trong": period.address}


OVERDUE = counts(
    "overdue_dossiers",
    "Hồ sơ quá hạn ghi trong sổ",
    "hồ sơ có ngày hẹn trả trong kỳ mà trả sau ngày đó hoặc chưa trả, kể cả đã hẹn lại",
    unit="hồ sơ",
    among=overdue_in,
    of_unit="unit__code",
    opens=opens_overdue,
)
APOLOGISED = counts(
    "overdue_dossiers_apologised",
    "Hồ sơ quá hạn đã có Phiếu xin lỗi",
    "hồ sơ quá hạn trong kỳ đã gửi Phiếu xin lỗi",
    unit="hồ sơ",
    among=lambda period: overdue_in(period).exclude(letter_on=None),
    of_unit="unit__code",
    opens=lambda period: (LATE_LIST, opens_overdue(period)[1] | {"phieu": "co"}),
)
LETTERS = share_of(
    "apology_letters",
    "Phiếu xin lỗi trên hồ sơ quá hạn",
    "đã gửi Phiếu xin lỗi / hồ sơ quá hạn trong kỳ",
    APOLOGISED,
    OVERDUE,
)


def found_in(period: Period) -> Any:
    return Breach.objects.kept().filter(found_on__range=period.dates)


BREACHES_FOUND = counts(
    "breaches_found",
    "Vi phạm quy định một cửa phát hiện trong kỳ",
    "số vụ có ngày phát hiện trong kỳ, không kể vụ xác minh không có vi phạm",
    unit="vụ",
    among=found_in,
    of_unit="unit__code",
    opens=lambda period: (BREACH_LIST, {"xem": "co", "phat-hien-trong": period.address}),
)
BREACHES_OPEN = counts(
    "breaches_open",
    "Vi phạm quy định một cửa chưa xử lý xong",
    "số vụ đã phát hiện mà đến hết kỳ chưa xử lý xong",
    unit="vụ",
    among=lambda period: Breach.objects.open_at(period.end),
    of_unit="unit__code",
    opens=lambda period: (BREACH_LIST, {"con-mo-den-het": period.address}),
)
