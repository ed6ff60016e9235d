"""How far the reform plans are: what fell due in a period, what of it was done, and in time.

A share counts once, with the unit that owes it. What goes on all the time counts as due in every
period that its plan covers, and as done in one with a product of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Count, Exists, F, OuterRef, Q

from portal.periods import Period
from portal.planning import Evidence, Occurrence, TaskUnit
from portal.planning.plans import KNOWN, Programme
from portal.planning.shares import OPEN, Stage
from portal.statistics import share

CONTINUOUS = Q(task__time_kind="continuous")


def reform_shares() -> Any:
    """Of plans that were sent out; what was given up counts for nothing."""
    shares: Any = TaskUnit.objects.filter(plan__programme=Programme.REFORM, plan__stage__in=KNOWN)
    return shares.exclude(stage=Stage.SKIPPED)


def stretch_of(period: Period) -> tuple[date, date]:
    """From the beginning of the year in which the period ends, or from its own."""
    return min(period.start, date(period.end.year, 1, 1)), period.end


def due_in(period: Period) -> Q:
    first, last = stretch_of(period)
    running = Q(plan__from_on__lte=last, plan__to_on__gte=first)
    return (CONTINUOUS & running) | (~CONTINUOUS & Q(due__range=(first, last)))


def with_products(rows: Any, period: Period) -> Any:
    """``has_product``: a paper or a reported round of its own in these days."""
    paper = Evidence.objects.filter(share=OuterRef("pk"), progress__on__range=stretch_of(period))
    told = Occurrence.objects.filter(share=OuterRef("pk"), reported_on__range=stretch_of(period))
    return rows.annotate(has_product=Exists(paper) | Exists(told))


def done_by(period: Period) -> Q:
    """Needs ``with_products``."""
    finished = Q(stage=Stage.DONE, finished_on__lte=period.end)
    return finished | (CONTINUOUS & Q(has_product=True))


def in_time(period: Period) -> Q:
    return done_by(period) & (CONTINUOUS | Q(due=None) | Q(finished_on__lte=F("due")))


def late_now(*, as_of: date) -> Q:
    return Q(stage__in=OPEN, due__lt=as_of)


def overdue(period: Period, *, as_of: date) -> Q:
    """What goes on all the time has no last day."""
    return due_in(period) & ~done_by(period) & ~CONTINUOUS & Q(due__lt=as_of)


WAYS: dict[str, Callable[[Period, date], Q]] = {
    "den-han": lambda period, as_of: due_in(period),
    "xong": lambda period, as_of: due_in(period) & done_by(period),
    "dung-han": lambda period, as_of: due_in(period) & in_time(period),
    "xong-muon": lambda period, as_of: due_in(period) & done_by(period) & ~in_time(period),
    "chua-xong": lambda period, as_of: due_in(period) & ~done_by(period),
    "con-han": lambda period, as_of: (
        due_in(period) & ~done_by(period) & ~overdue(period, as_of=as_of)
    ),
    "qua-han": lambda period, as_of: overdue(period, as_of=as_of),
}
WORDS = {
    "den-han": "Đến hạn",
    "xong": "Đến hạn, đã hoàn thành",
    "dung-han": "Hoàn thành đúng hạn",
    "xong-muon": "Hoàn thành quá hạn",
    "con-han": "Đến hạn trong kỳ, đang thực hiện",
    "qua-han": "Quá hạn chưa hoàn thành trong",
    "chua-xong": "Đến hạn, chưa hoàn thành",
}


def counted_as(way: str, period: Period, *, as_of: date, rows: Any = None) -> Any:
    """The very shares that a number counts."""
    found = with_products(reform_shares() if rows is None else rows, period)
    return found.filter(WAYS[way](period, as_of))


@dataclass(frozen=True)
class Course:
    """How far something is: all its shares, due in the period, done, in time."""

    all: int = 0
    due: int = 0
    done: int = 0
    in_time: int = 0
    overdue: int = 0

    @property
    def done_late(self) -> int:
        return self.done - self.in_time

    @property
    def doing(self) -> int:
        return self.open - self.overdue

    @property
    def open(self) -> int:
        return self.due - self.done

    @property
    def rate(self) -> float | None:
        return share(self.done, self.due)

    @property
    def in_time_rate(self) -> float | None:
        return share(self.in_time, self.done)


def courses(period: Period, by: str, *, as_of: date, rows: Any = None) -> dict[Any, Course]:
    """By a column, such as the area of the task; one statement."""
    found = with_products(reform_shares() if rows is None else rows, period)
    due = due_in(period)
    counts = {
        "n_all": Count("pk"),
        "n_due": Count("pk", filter=due),
        "n_done": Count("pk", filter=due & done_by(period)),
        "n_in_time": Count("pk", filter=due & in_time(period)),
        "n_overdue": Count("pk", filter=overdue(period, as_of=as_of)),
    }
    told = found.order_by().values(by).annotate(**counts)
    return {row[by]: Course(*(row[name] for name in counts)) for row in told}


def total(found: Any) -> Course:
    rows = list(found)
    return Course(*(sum(getattr(row, name) for row in rows) for name in
                    ("all", "due", "done", "in_time", "overdue")))  # fmt: skip
