"""/bao-cao-ky/lich/: the reports that the office owes in a year, over all programmes."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.http import require_safe

from citizens.rules import makes_returns
from portal.dashboard.returns.asked import is_counted
from portal.deadlines import READ
from portal.people import Unit
from portal.periods import Half, Period, Quarter, Year, reported
from portal.planning.plans import Programme
from portal.planning.rules import works_here
from portal.reporting import Report
from portal.reporting.outlines import outlines
from portal.reporting.reports import Stage
from portal.returns import FrozenReturn
from portal.text import day
from portal.views.planning.obligations import year_of
from portal.working_days import calendar
from reforms.dossiers.form import II_06A

TABLE = Path(__file__).with_suffix(".toml")
HALVES = ("n1", "n2")
FEWEST_WORKING_DAYS = 1
"""Between the last day that is counted and the day of sending: khoản 5 Điều 8 NĐ 09/2019."""


@dataclass(frozen=True)
class Kind:
    """A report that is owed again and again. ``due``: month and day by the code of the period."""

    name: str
    programme: str
    sends: str
    receives: str
    source: str
    due: Mapping[str, str]
    outline: str = ""
    known_from: str = READ
    """Whether somebody read the days, or remembers them."""
    forms: tuple[str, ...] = ()


@dataclass(frozen=True)
class Line:
    """One report of one period. ``state``: (tone, words); ``url`` where the reader may open it."""

    kind: Kind
    period: Period
    due: date
    state: tuple[str, str]
    url: str = ""
    file: str = ""

    @property
    def early(self) -> str:
        """What the day of sending leaves no time for, in words."""
        first = calendar().add(self.period.end, FEWEST_WORKING_DAYS + 1)
        return "" if self.due >= first else f"số liệu tính đến {day(self.period.end)}"


@lru_cache
def delivered() -> tuple[Kind, ...]:
    rows = tomllib.loads(TABLE.read_text("utf-8"))["report"]
    return tuple(Kind(**row | {"forms": tuple(row.get("forms", ()))}) for row in rows)


def kinds() -> Iterator[Kind]:
    """Those of the table, and every outline that names its own day."""
    yield from delivered()
    for each in outlines().values():
        if each.due:
            programme = Programme(each.programme).label
            due = {"": each.due}
            yield Kind(each.name, programme, "Văn phòng", "Cơ quan hướng dẫn của tỉnh",
                       each.due_source, due, outline=each.code)  # fmt: skip


def lines_of(year: int, *, user: Any, on: date) -> list[Line]:
    """Three statements, whatever the number of lines."""
    written = reports_of(year, user=user, on=on)
    frozen = returns_of(year)
    opens = makes_returns(user, on=on) and is_counted(year, on=on)
    lines = []
    for kind in kinds():
        for code, month_day in kind.due.items():
            period = period_named(code, year)
            due = date(year, *map(int, month_day.split("-")))
            if kind.outline:
                row = written.get((kind.outline, *period.dates))
                lines.append(line_of_report(kind, period, due, row, on=on))
            else:
                sent = all(
                    any((form, *days) in frozen for days in dates_of(form, period))
                    for form in kind.forms
                )
                url = url_of(kind, period, f"{year}-{code}", opens=opens)
                state = state_of(sent, False, period, due, on=on)
                lines.append(Line(kind, period, due, state, url))
    return sorted(lines, key=lambda line: (line.due, line.kind.name))


def period_named(code: str, year: int) -> Period:
    """``q1``: reported from the 15th; ``n1``: the civil half; ``-n2``: that of the year before."""
    if code.startswith("-"):
        return period_named(code[1:], year - 1)
    if code in HALVES:
        return Half.of(year, HALVES.index(code) + 1)
    return reported(code, year) if code else Year.of(year)


def dates_of(form: str, period: Period) -> list[tuple[date, date]]:
    """II.06a is also counted by the calendar's own months."""
    calendar_quarter = [Quarter.containing(period.end).dates] if form == II_06A.code else []
    return [period.dates, *calendar_quarter]


def url_of(kind: Kind, period: Period, code: str, *, opens: bool) -> str:
    """II.06a stands in its own room, the others where the returns are made."""
    if II_06A.code in kind.forms:
        return f"/cai-cach/ho-so/?ky={period.address}"
    return f"/bao-cao/?ky={code}" if opens else ""


def line_of_report(kind: Kind, period: Period, due: date, row: Report | None, *, on: date) -> Line:
    if row is None:
        return Line(kind, period, due, state_of(False, False, period, due, on=on))
    state = state_of(row.stage == Stage.SENT, True, period, due, on=on)
    url = row.get_absolute_url()
    return Line(kind, period, due, state, url, f"{url}tai-ve/")


def state_of(
    sent: bool, begun: bool, period: Period, due: date, *, on: date
) -> tuple[str, str]:  # fmt: skip
    if sent:
        return "ok", "Đã gửi"
    if due < on:
        return "late", "Quá hạn"
    if begun:
        return "soon", "Đang làm"
    return ("soon", "Chưa lập") if period.end < on else ("", "Chưa đến kỳ")


def reports_of(year: int, *, user: Any, on: date) -> dict[tuple[str, date, date], Report]:
    """The office's own, those that the reader sees."""
    around = (date(year - 1, 12, 1), date(year, 12, 31))
    seen = Report.objects.visible_to(user, on=on)
    rows = seen.filter(unit__kind=Unit.Kind.HEADQUARTERS, to_on__range=around)
    return {(row.outline, row.from_on, row.to_on): row for row in rows}


def returns_of(year: int) -> set[tuple[str, date, date]]:
    rows = FrozenReturn.objects.filter(unit=None, end__year=year)
    return set(rows.values_list("form", "start", "end"))


@require_safe
def reports_due(request: HttpRequest) -> HttpResponse:
    on = timezone.localdate()
    year = year_of(request.GET.get("nam", ""), this_year=on.year)
    works = works_here(request.user, on=on)
    context = {
        "works_here": works,
        "year": year,
        "years": [year - 1, year, year + 1],
        "lines": lines_of(year, user=request.user, on=on) if works else [],
        "crumbs": [("Báo cáo kỳ", "/bao-cao-ky/")],
        "here": "Lịch báo cáo",
    }
    return render(request, "portal/dashboard/reports_due.html", context)
