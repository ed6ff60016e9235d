"""Stretches of time in which a deadline stands still."""

from collections.abc import Iterable
from datetime import date
from itertools import pairwise

from portal.deadlines.law import DeadlineError, LegalVersion
from portal.text import day as written
from portal.working_days import Calendar, days_after, days_between

Pause = tuple[date, date | None]


def in_order(pauses: Iterable[Pause]) -> list[Pause]:
    """Sorted by first day; an open pause can only be the last."""
    ordered = sorted(pauses, key=lambda pause: (pause[0], pause[1] or date.max))
    for begin, end in ordered:
        if end is not None and end < begin:
            raise DeadlineError(
                f"Ngày tiếp tục {written(end)} trước ngày tạm đình chỉ {written(begin)}."
            )
    for (begin, end), (following, _) in pairwise(ordered):
        if end is None or following < end:
            raise DeadlineError(
                f"Hai lần tạm đình chỉ chồng lên nhau: từ ngày {written(begin)}"
                f" và từ ngày {written(following)}."
            )
    return ordered


def pushed_by(
    pauses: list[Pause],
    *,
    start: date,
    ends: date,
    version: LegalVersion,
    calendar: Calendar,
) -> date | None:
    """The last day after all pauses, not yet rolled; None while one is open.

    The day of suspension still counts, the day of resuming opens the rest; each pause must
    begin while the time, with the earlier pauses added, still runs.
    """
    for begin, end in pauses:
        refuse_without_ground(begin, version)
        if begin < start or begin > calendar.on_or_after(ends):
            raise DeadlineError(
                f"Ngày tạm đình chỉ {written(begin)} nằm ngoài thời gian đang tính hạn,"
                f" từ ngày {written(start)} đến ngày {written(calendar.on_or_after(ends))}."
            )
        if end is None:
            return None
        ends = days_after(ends, days_between(begin, end))
    return ends


def refuse_without_ground(begin: date, version: LegalVersion) -> None:
    since = version.pauses_since
    if since is None or begin < since:
        ground = f"; chỉ có từ ngày {written(since)}" if since else ""
        raise DeadlineError(
            f"Ngày {written(begin)} chưa có quy định cho tạm đình chỉ việc giải quyết{ground}."
        )
