"""Cơ sở dữ liệu quốc gia: whether a case was entered there, and since it last changed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from django.db.models import F, Q

from portal.text import day
from portal.workflow import Refused, Step, take

from .. import rules

OWED = Q(reported_on=None) | Q(decided_on__gt=F("reported_on")) | Q(closed_on__gt=F("reported_on"))
"""Never entered, or settled or ended since (NĐ155 Đ30a)."""


def national_step(stages: Sequence[str]) -> Step:
    return Step(
        "report_nationally",
        "cập nhật cơ sở dữ liệu quốc gia",
        tuple(stages),
        None,
        rules.reports_nationally,
        needs=(lambda case: case.nationally_up_to_date(),),
    )


class ReportedNationally:
    """Of cases."""

    reported_on: date | None

    def report_nationally(self, *, by: Any, on: date, reported_on: date) -> None:
        """Entered there on that day, by whoever says so."""
        if not self.received_on <= reported_on <= on:
            first = day(self.received_on)
            words = f"Ngày cập nhật phải từ ngày nhận, {first}, đến hôm nay."
            raise Refused(words, field="reported_on")
        with take(self, "report_nationally", by=by, on=on) as taking:
            self.reported_on = reported_on
            taking.facts["reported"] = reported_on.isoformat()

    def nationally_up_to_date(self) -> str:
        if self.reported_on is None:
            return ""
        changed = max(self.decided_on or date.min, self.closed_on or date.min)
        return "" if changed > self.reported_on else "đã cập nhật sau lần thay đổi gần nhất."
