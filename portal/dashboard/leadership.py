"""/dieu-hanh/: what waits for a leader today, and how the office stands; figures open rows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.core.exceptions import BadRequest
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from citizens import statistics as figures
from citizens.counts import Counts
from citizens.reception_days import ReceptionDays
from citizens.sheets.readers import ForReader
from citizens.summary import Group, Summary, summary
from portal.dashboard.programmes import figures_of, tasks_seen
from portal.filters import counting
from portal.instructions import Instruction
from portal.people import User
from portal.periods import Half, Month, Quarter, Regular, Year, period_of
from portal.submissions import Submission
from portal.templatetags.navigation import sees_figures, steers
from portal.text import number
from portal.working_days import months_after

OFFERED = ((Quarter, 5), (Month, 3), (Half, 3), (Year, 3))
"""Which periods the page offers, and how many of each, the newest first."""


FORMULAS = [
    *(figures.PETITIONS_RECEIVED, figures.PETITIONS_HANDLED, figures.PETITIONS_OPEN),
    *(figures.PETITIONS_OVERDUE, figures.CASES_OPENED, figures.CASES_SETTLED, figures.CASES_OPEN),
    *(figures.CASES_OVERDUE, figures.ON_TIME_OF_SETTLED, figures.ON_TIME_OF_DUE),
    *(figures.MEAN_DAYS, figures.VISITS_RECEIVED, figures.CROWDS_RECEIVED),
    *(figures.OWN_DAYS_KEPT, figures.DELEGATED_DAYS_KEPT),
    *(figures.OWN_DAYS_ANNOUNCED, figures.DELEGATED_DAYS_ANNOUNCED),
]
"""What the page says how it counts."""


def dashboard(request: HttpRequest) -> HttpResponse:
    """Chỉ đạo, điều hành: for leaders and the coordinator; a party committee sees aggregates."""
    on = timezone.localdate()
    if not sees_figures(request.user, on=on):
        raise Http404
    opens = steers(request.user, on=on)
    period = chosen(request.GET.get("ky", ""), on=on)
    told = summary(period, as_of=on)
    context = {
        "told": told,
        "opens": opens,
        "today": waiting(request.user, told, on=on) if opens else [],
        "periods": offered(period, on=on),
        "as_of": timezone.localtime(),
        "figures": [*petition_figures(told, on=on), *case_figures(told, on=on)],
        "reception": reception_figures(told),
        "without": months_without(told.reception),
        "rates": rates(told),
        "formulas": FORMULAS,
        "units": [row_of(group, period, on=on, unit=group.code) for group in told.units],
        "fields": [row_of(group, period, on=on, field=group.code) for group in told.fields],
        "places": [place_row(*place, told.period) for place in told.places],
        "largest": max((group.open.cases for group in told.units), default=0),
        "tasks": tasks_seen(period, user=request.user, on=on),
        "programmes": figures_of(period),
        **chart(told),
    }
    return render(request, "portal/dashboard.html", context)


def chosen(code: str, *, on: date) -> Regular:
    if not code:
        return Quarter.containing(on)
    try:
        return period_of(code)
    except ValueError:
        raise BadRequest("Không có kỳ này.") from None


def offered(period: Regular, *, on: date) -> list[tuple[str, str, bool]]:
    """(code, words, whether it is shown now)."""
    known: list[Regular] = [
        kind.containing(months_after(on.replace(day=1), -back * kind.MONTHS))
        for kind, how_many in OFFERED
        for back in range(how_many)
    ]
    known += [] if period in known else [period]
    return [(each.code, each.label, each == period) for each in known]


def waiting(user: User, told: Summary, *, on: date) -> list[dict[str, Any]]:
    """Chờ ký, quá hạn, chỉ đạo chưa báo cáo: the first line, each with its list."""
    signing, unreported, late = waits_for(user, on=on)[0]
    return [
        {"count": signing, "words": "chờ ký", "url": "/cong-viec/?muc=cho-ky"},
        {
            "count": told.open.late,
            "words": "vụ việc quá hạn",
            "url": figures.CASES_OVERDUE.opens(on),
            "late": True,
        },
        {
            "count": told.open.petitions_late,
            "words": "đơn quá hạn",
            "url": figures.PETITIONS_OVERDUE.opens(on),
            "late": True,
        },
        {
            "count": unreported,
            "words": "chỉ đạo chưa báo cáo" + (f", {late} quá hạn" if late else ""),
            "url": "/chi-dao/?xem=chua-bao-cao",
            "late": bool(late),
        },
        {
            "count": told.open.soon,
            "words": "vụ việc sắp đến hạn",
            "url": figures.address("/vu-viec/", {"han": "sap-han"}),
        },
    ]


@ForReader
def waits_for(user: User, *, on: date) -> tuple[str, list[Any]]:
    """Slips to sign, instructions not reported on, and those of them that are late."""
    return counting(
        [
            Submission.objects.waiting_for(user, on=on),
            Instruction.objects.unreported().on_desk_of(user, on=on),
            Instruction.objects.overdue(as_of=on).on_desk_of(user, on=on),
        ]
    )


def petition_figures(told: Summary, *, on: date) -> list[dict[str, Any]]:
    return [
        flow(figures.PETITIONS_RECEIVED, told, "received"),
        flow(figures.PETITIONS_HANDLED, told, "handled"),
        stood(figures.PETITIONS_OPEN, told, "petitions", on=on),
        late(figures.PETITIONS_OVERDUE, told, "petitions_late", on=on),
    ]


def case_figures(told: Summary, *, on: date) -> list[dict[str, Any]]:
    return [
        flow(figures.CASES_OPENED, told, "opened"),
        flow(figures.CASES_SETTLED, told, "settled"),
        stood(figures.CASES_OPEN, told, "cases", on=on),
        late(figures.CASES_OVERDUE, told, "late", on=on),
    ]


def rates(told: Summary) -> list[dict[str, Any]]:
    """Both definitions with what they divide; the second where it is known what was late."""
    now, then_late = told.now, told.late_at(told.period)
    first = average(figures.ON_TIME_OF_SETTLED, told, "rate")
    days = average(figures.MEAN_DAYS, told, "mean_days")
    first["parts"] = (now.on_time, now.settled)
    if then_late is None:
        return [first, days]
    second = rate_of_due(told)
    second["parts"] = (now.on_time, now.settled + then_late.late_unsettled)
    return [first, second, days]


def rate_of_due(told: Summary) -> dict[str, Any]:
    """Compared with periods of which it is known how much was late when they ended."""
    changes = [
        (words, told.rate_of_due(period, counts))
        for (words, counts), period in zip(
            told.earlier, (told.before, told.same_last_year), strict=True
        )
        if not (counts.few or told.now.few)
    ]
    return shown(figures.ON_TIME_OF_DUE, told.rate_with_late, told.period, changes)


def reception_figures(told: Summary) -> list[dict[str, Any]]:
    """Days kept against the law's; beside each, how many were announced, as 01/TCD counts them."""
    days, period = told.reception, told.period
    own = shown(figures.OWN_DAYS_KEPT, len(days.own), period)
    delegated = shown(figures.DELEGATED_DAYS_KEPT, len(days.delegated), period)
    return [
        flow(figures.VISITS_RECEIVED, told, "visits"),
        flow(figures.CROWDS_RECEIVED, told, "crowds"),
        own | {"of": days.due, "beside": [announced(days.own_announced)]},
        delegated | {"beside": [NOT_OWN, announced(days.delegated_announced)]},
    ]


NOT_OWN = "không thay ngày theo luật"
NOW = "số hiện nay"


def months_without(days: ReceptionDays) -> str:
    """Nobody is reproached with months of which nothing at all was written down."""
    return ", ".join(month.label.lower() for month in days.missing) if days.recorded else ""


def announced(days: set[date]) -> str:
    return f"đã công bố {len(days)} ngày"


def flow(figure: Any, told: Summary, name: str) -> dict[str, Any]:
    """What a period brought, beside the period before and the same of last year."""
    changes = [(words, getattr(counts, name)) for words, counts in told.earlier]
    return shown(figure, getattr(told.now, name), told.period, changes)


def average(figure: Any, told: Summary, name: str) -> dict[str, Any]:
    """A rate or mean, compared where neither is one of a handful."""
    many = [(words, counts) for words, counts in told.earlier if not (counts.few or told.now.few)]
    changes = [(words, getattr(counts, name)) for words, counts in many]
    return shown(figure, getattr(told.now, name), told.period, changes)


def late(figure: Any, told: Summary, name: str, *, on: date) -> dict[str, Any]:
    """What is late today, beside the end of the period before, where that was counted."""
    before = getattr(told.ends.get(told.before.end), name, None)
    return of_today(figure, told, name, before, on=on)


def stood(figure: Any, told: Summary, name: str, *, on: date) -> dict[str, Any]:
    """What is open today, beside the end of the period before."""
    before = getattr(told.stood_open, name, None)
    return of_today(figure, told, name, before, on=on)


def of_today(figure: Any, told: Summary, name: str, before: Any, *, on: date) -> dict[str, Any]:
    """Under a period that is not running it says so, and is compared with nothing."""
    value = getattr(told.open, name)
    if told.current:
        return shown(figure, value, on, [("cuối kỳ trước", before)])
    return shown(figure, value, on) | {"beside": [NOW]}


def shown(
    figure: Any, value: Any, when: Any, compared: Iterable[tuple[str, Any]] = ()
) -> dict[str, Any]:
    """One figure: its value, how it differs from earlier ones, where its rows are."""
    return {
        "figure": figure,
        "value": value,
        "changes": [
            (round(value - before, 1), words)
            for words, before in compared
            if value is not None and before is not None
        ],
        "url": figure.opens(when),
        "late": figure in (figures.CASES_OVERDUE, figures.PETITIONS_OVERDUE) and bool(value),
    }


def row_of(group: Group, period: Regular, *, on: date, **scope: str) -> dict[str, Any]:
    """One unit or field; what belongs to none has no list of its own."""
    open_, counts = group.open, group.counts
    told = (
        (number(open_.cases), figures.CASES_OPEN, on, open_.cases, ""),
        (number(open_.late), figures.CASES_OVERDUE, on, open_.late, "late" if open_.late else ""),
        (rate_words(counts), figures.CASES_SETTLED, period, counts.settled, few_class(counts)),
    )
    return {
        "name": group.name or "Chưa xác định",
        "parts": [(group.on_schedule, "d1"), (open_.soon, "ds"), (open_.late, "dl")],
        "cells": [
            (words, figure.opens(when, **scope) if group.code and rows else "", kind)
            for words, figure, when, rows, kind in told
        ],
    }


def rate_words(counts: Counts) -> str:
    return "ít vụ" if counts.few else f"{number(counts.rate or 0)}\N{NO-BREAK SPACE}%"


def few_class(counts: Counts) -> str:
    return "soft" if counts.few else ""


def place_row(code: str, words: str, counts: Any, period: Regular) -> dict[str, Any]:
    """One kind of communes: letters that came from there and their cases."""
    cells = [
        (counts.received, "/don/", "nhan-trong"),
        (counts.opened, "/vu-viec/", "nhan-trong"),
        (counts.settled, "/vu-viec/", "giai-quyet-trong"),
    ]
    return {
        "words": words,
        "cells": [
            (value, figures.address(at, {asks: period.code, "dia-ban": code}))
            for value, at, asks in cells
        ],
    }


def chart(told: Summary) -> dict[str, Any]:
    months = told.months
    opened, settled = ([getattr(counts, name) for _, counts in months] for name in LINES)
    return {
        "months": [month_row(month, counts) for month, counts in reversed(months)],
        "lines": (opened, settled),
        "top": max([*opened, *settled, 1]),
        "ends": (months[0][0], months[len(months) // 2][0], months[-1][0]),
    }


LINES = ("opened", "settled")


def month_row(month: Month, counts: Any) -> dict[str, Any]:
    named = (
        (figures.PETITIONS_RECEIVED, counts.received),
        (figures.PETITIONS_HANDLED, counts.handled),
        (figures.CASES_OPENED, counts.opened),
        (figures.CASES_SETTLED, counts.settled),
    )
    return {"month": month, "cells": [(value, figure.opens(month)) for figure, value in named]}
