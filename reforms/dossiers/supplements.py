"""What waiting for a supplement does to the hour at which a dossier is due.

The clock stands still while the office waits, or begins anew when all papers are there: each
procedure says which, the office says for those that do not.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db import models

from portal.office import Known, declare, setting
from portal.working_days import days_after, days_between
from reforms.dossiers.due_times import Clock, Limit, Unit, due, moment, paused
from reforms.dossiers.working_hours import BY_DAY

MOST = 1
"""A supplement is asked for once; Quyết định 766/QĐ-TTg counts what was asked twice as late."""
TELL_WITHIN = 8
"""Working hours from receipt; the rule of 2025 for dossiers that begin anew."""


class AfterSupplement(models.TextChoices):
    PAUSE = "tam-dung", "Tạm dừng, tính tiếp khi đủ hồ sơ"
    RESTART = "tinh-lai", "Tính lại từ đầu khi đủ hồ sơ"


declare(
    Known(
        "dossier_supplement",
        "Thời hạn khi hồ sơ phải bổ sung",
        "Dùng cho thủ tục chưa ghi cách tính riêng.",
        AfterSupplement.PAUSE,
        lambda on: dict(AfterSupplement.choices),
    ),
    Known(
        "dossier_supplement_days",
        "Thời hạn chờ bổ sung hồ sơ",
        "Quá số ngày làm việc này mà không nhận được bổ sung thì dừng giải quyết.",
        "15",
        lambda on: {days: f"{days} ngày làm việc" for days in ("5", "10", "15", "20", "30")},
    ),
)


@dataclass(frozen=True)
class Wait:
    """From the moment at which papers were asked for to the one at which they were there."""

    asked: datetime
    supplied: datetime


def rule_on(day: date) -> str:
    return str(setting("dossier_supplement", as_of=day))


def days_to_wait(day: date) -> int:
    return int(setting("dossier_supplement_days", as_of=day))


@dataclass(frozen=True)
class Term:
    """When a dossier was received, how long it may take, and when it is due as things stand."""

    received: datetime
    due: datetime
    limit: Limit | None
    mode: str

    def after(self, wait: Wait, clock: Clock, *, rule: str) -> datetime:
        if rule == AfterSupplement.RESTART:
            return self.anew(wait.supplied, clock)
        return self.later(wait, clock)

    def anew(self, supplied: datetime, clock: Clock) -> datetime:
        """The whole limit again; where nobody wrote the limit, the working time it was."""
        if self.limit is None:
            minutes = clock.between(clock.begins(self.received), self.due)
            return clock.after(clock.begins(supplied), minutes)
        return due(self.limit, supplied, clock, mode=self.mode)

    def later(self, wait: Wait, clock: Clock) -> datetime:
        """By as much as the office waited: hours, working days or days, as the limit counts."""
        if self.limit is None or not self.is_by_day:
            return paused(self.due, [(wait.asked, wait.supplied)], clock)
        first, last = wait.asked.date(), wait.supplied.date()
        if self.limit.unit == Unit.CALENDAR:
            end = days_after(self.due.date(), days_between(first, last))
            return moment(clock.calendar.on_or_after(end), clock.sessions[-1].ends)
        end = clock.calendar.add(self.due.date(), clock.calendar.count(first, last))
        return moment(end, clock.sessions[-1].ends)

    @property
    def is_by_day(self) -> bool:
        limit = self.limit
        if limit is None or limit.unit == Unit.HOURS:
            return False
        return limit.unit == Unit.CALENDAR or (self.mode == BY_DAY and limit.is_whole)
