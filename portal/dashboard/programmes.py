"""Plans, democracy and reform on the leaders' first page: a few figures of each, kept a minute."""

from __future__ import annotations

from datetime import date

from portal.dashboard.lines import Line, Tasks, line_of, tasks_by_programme
from portal.kept import KeptFor
from portal.people import User
from portal.periods import Regular
from portal.planning import TaskUnit
from portal.statistics import figure

FIGURES = (
    ("units_rated", False),
    ("commended", False),
    ("indicators_missed", True),
    ("procedures_full_online_share", False),
    ("procedures_not_updated", True),
    ("dossiers_on_time", False),
    ("dossiers_open_late", True),
)
"""Each by its name, and whether any at all calls for attention."""


@KeptFor
def figures_of(period: Regular) -> list[Line]:
    """Read again after a minute: they change by the day, and the page is opened all day."""
    return [line_of(figure(name), period, bad=bad) for name, bad in FIGURES]


def tasks_seen(period: Regular, *, user: User, on: date) -> list[Tasks]:
    return tasks_by_programme(TaskUnit.objects.visible_to(user, on=on), period, as_of=on)
