"""What a briefing tells: the same figures as the page, in words."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from citizens.summary import Group, Summary, summary
from portal.dashboard import leadership
from portal.dashboard.lines import Line, Tasks
from portal.dashboard.programmes import figures_of, tasks_seen
from portal.people import User
from portal.periods import Regular
from portal.statistics.briefings import Section
from portal.text import number, upper_first

FIGURE = ("Số liệu", "Trong kỳ", "So sánh")
GROUP = ("Đang mở", "Quá hạn", "Đúng hạn")


def sections(period: Regular, *, user: User, on: date) -> list[Section]:
    """Of the whole office; denunciations are in none of them."""
    told = summary(period, as_of=on)
    return [
        of_figures("Đơn và vụ việc", [*leadership.petition_figures(told, on=on),
                                      *leadership.case_figures(told, on=on)]),
        of_figures("Đúng hạn", leadership.rates(told)),
        of_figures("Tiếp công dân", leadership.reception_figures(told)),
        of_groups("Theo đơn vị", "Đơn vị", told.units),
        of_groups("Theo lĩnh vực", "Lĩnh vực", told.fields),
        of_tasks(tasks_seen(period, user=user, on=on)),
        of_lines("Dân chủ, cải cách hành chính", figures_of(period)),
    ]  # fmt: skip


def waiting(period: Regular, *, user: User, on: date) -> Section:
    """What the reader's own desk waits for; it is no part of what is frozen."""
    told: Summary = summary(period, as_of=on)
    rows = leadership.waiting(user, told, on=on)
    return Section(
        "Cần ý kiến hôm nay",
        ("Việc", "Số lượng"),
        tuple((upper_first(row["words"]), number(row["count"])) for row in rows),
    )


def of_figures(title: str, figures: Iterable[dict[str, Any]]) -> Section:
    rows = ((each["figure"].label, value_of(each), compared(each)) for each in figures)
    return Section(title, FIGURE, tuple(rows))


def compared(each: dict[str, Any]) -> str:
    now = leadership.NOW if leadership.NOW in each.get("beside", ()) else ""
    return changed(each["changes"]) or now


def value_of(each: dict[str, Any]) -> str:
    if each["value"] is None:
        return "chưa có"
    unit = each["figure"].unit
    shown = number(each["value"])
    if each.get("of"):
        return f"{shown} trên {number(each['of'])} theo luật"
    return f"{shown}%" if unit == "%" else f"{shown} ngày" if unit == "ngày" else shown


def changed(changes: Iterable[tuple[float, str]]) -> str:
    """Kỳ trước +3, cùng kỳ −1."""
    return ", ".join(f"{words} {sign(by)}{number(abs(by))}" for by, words in changes)


def sign(by: float) -> str:
    return "+" if by > 0 else "−" if by else ""


def of_groups(title: str, name: str, groups: Iterable[Group]) -> Section:
    rows = (
        (group.name or "Chưa xác định", number(group.open.cases), number(group.open.late),
         leadership.rate_words(group.counts))
        for group in groups
    )  # fmt: skip
    return Section(title, (name, *GROUP), tuple(rows))


def of_tasks(programmes: Iterable[Tasks]) -> Section:
    rows = ((each.programme, *(number(line.value) for line in each.lines)) for each in programmes)
    head = ("Chương trình", "Hoàn thành trong kỳ", "Chưa xong", "Quá hạn")
    return Section("Phần việc trong kế hoạch", head, tuple(rows))


def of_lines(title: str, lines: Iterable[Line]) -> Section:
    rows = ((line.words, words_of(line), changed(line.changes)) for line in lines)
    return Section(title, FIGURE, tuple(rows))


def words_of(line: Line) -> str:
    if line.value is None:
        return "chưa có số liệu"
    return f"{number(line.value)}%" if line.unit == "%" else number(line.value)
