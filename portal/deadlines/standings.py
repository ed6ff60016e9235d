"""How near a deadline is, in words: one place for lists, pages, papers and the citizen."""

from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Literal

from portal.text import day as written
from portal.text import weekday
from portal.working_days import Calendar, days_after
from portal.working_days import calendar as calendar_in_force

Kind = Literal["ok", "soon", "late", "pause", "done"]
ICONS: dict[Kind, str] = {
    "ok": "clock",
    "soon": "soon",
    "late": "late",
    "pause": "pause",
    "done": "done",
}
SOON = 3  # working days


def last_soon(on: date, *, calendar: Calendar | None = None) -> date:
    """The last day that is still near on a day: the one before the fourth working day."""
    return days_after((calendar or calendar_in_force()).add(on, SOON + 1), -1)


@dataclass(frozen=True)
class Standing:
    """`words` for a page, `short` for a list where the date stands underneath."""

    kind: Kind
    words: str
    short: str
    date: date | None

    @property
    def icon(self) -> str:
        return ICONS[self.kind]

    @property
    def late(self) -> bool:
        return self.kind == "late"


def standing(
    due: date | None,
    *,
    as_of: date,
    calendar: Calendar | None = None,
    paused_from: date | None = None,
    done_on: date | None = None,
) -> Standing:
    if done_on is not None:
        words = f"Đã giải quyết {written(done_on)}"
        return Standing("done", words, words, done_on)
    if paused_from is not None:
        short = f"Tạm đình chỉ từ {written(paused_from)}"
        return Standing("pause", "Đang tạm đình chỉ, chưa tính hạn", short, paused_from)
    if due is None:
        return Standing("ok", "Không có thời hạn đang chạy", "Không có thời hạn", None)
    return running(due, as_of, Same(calendar or calendar_in_force()))


class Same:
    """A calendar as a key: the same object is the same calendar."""

    def __init__(self, calendar: Calendar) -> None:
        self.calendar = calendar

    def __hash__(self) -> int:
        return id(self.calendar)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.calendar is self.calendar


@lru_cache(maxsize=4096)
def running(due: date, as_of: date, by: Same) -> Standing:
    """Lists and desks ask of the same few days again and again: each is counted once."""
    if due < as_of:
        return overdue_by(by.calendar.count(due, as_of), due)
    if due == as_of:
        return Standing("soon", "Hạn hôm nay", "Hạn hôm nay", due)
    return left(by.calendar.count(as_of, due), due)


def left(days: int, due: date) -> Standing:
    short = f"Còn {days} ngày làm việc"
    words = f"{short} (đến hết {weekday(due)}, {written(due)})"
    return Standing("soon" if days <= SOON else "ok", words, short, due)


def overdue_by(days: int, due: date) -> Standing:
    """On the weekend after the last day no working day is lost yet, and still it is late."""
    words = f"Quá hạn {days} ngày làm việc" if days else f"Quá hạn từ hết {weekday(due)}"
    return Standing("late", words, words, due)
