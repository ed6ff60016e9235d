"""A figure as the leaders' pages show it, and the tasks of plans counted once for all of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.db.models import Count, Q

from portal.periods import Regular
from portal.planning.plans import Programme
from portal.planning.shares import OPEN, UNFINISHED, Stage
from portal.statistics import Figure

TASKS = "/nhiem-vu/"
DONE, UNFINISHED_WORDS, LATE = "Hoàn thành trong kỳ", "Chưa xong", "Quá hạn"


@dataclass(frozen=True)
class Line:
    """One figure: its words, its number (None: nobody told one), where its rows are."""

    words: str
    value: Any
    url: str
    changes: tuple[tuple[float, str], ...] = ()
    late: bool = False
    unit: str = ""
    formula: str = ""


def compared(period: Regular) -> list[tuple[str, Regular]]:
    """The period before, and the same of last year where that is another."""
    before, last_year = period.previous(), period.same_last_year()
    return [("kỳ trước", before), *([("cùng kỳ", last_year)] if last_year != before else [])]


def line_of(figure: Figure, period: Regular, *, bad: bool = False) -> Line:
    """``bad``: any at all calls for attention."""
    value = figure.value(period)
    earlier = [(words, figure.value(each)) for words, each in compared(period)]
    return Line(
        figure.label.removesuffix(" (%)"),
        value,
        figure.opens(period),
        tuple(
            (round(value - then, 1), words)
            for words, then in earlier
            if value is not None and then is not None
        ),
        late=bad and bool(value),
        unit=figure.unit,
        formula=figure.formula,
    )


@dataclass(frozen=True)
class Tasks:
    """Shares of one programme's plans."""

    programme: str
    code: str
    lines: tuple[Line, ...]


def tasks_by_programme(shares: Any, period: Regular, *, as_of: date, **asked: str) -> list[Tasks]:
    """Done in the period, unfinished, late, by programme; one statement.

    ``asked``: what else the list of tasks is to be asked for.
    """
    rows = (
        shares.exclude(stage=Stage.SKIPPED)
        .values_list("plan__programme")
        .annotate(
            done=Count("pk", filter=Q(finished_on__range=period.dates)),
            unfinished=Count("pk", filter=Q(stage__in=UNFINISHED)),
            late=Count("pk", filter=Q(stage__in=OPEN, due__lt=as_of)),
        )
    )
    return [tasks_of(code, numbers, period, asked) for code, *numbers in sorted(rows.order_by())]


def tasks_of(code: str, numbers: list[int], period: Regular, asked: Mapping[str, str]) -> Tasks:
    done, unfinished, late = numbers
    rows = (
        (DONE, done, {"xong-trong": period.code}),
        (UNFINISHED_WORDS, unfinished, {"xem": "chua-xong"}),
        (LATE, late, {"han": "qua-han"}),
    )
    return Tasks(
        Programme(code).label,
        code,
        tuple(
            Line(
                words,
                value,
                f"{TASKS}?{urlencode({**asked, **narrow, 'chuong-trinh': code})}",
                late=bool(value) and words == LATE,
            )
            for words, value, narrow in rows
        ),
    )
