"""What the law and the plans oblige a unit to, as it lies on the desk of whoever answers for it."""

from __future__ import annotations

from datetime import date
from functools import cached_property

import democracy.obligations  # noqa: F401  the duties make themselves known
from democracy.obligations.reading import lines_of_year, owned_by
from portal.deadlines import last_soon
from portal.kept import Kept
from portal.obligations import Line
from portal.people import User
from portal.working_days import days_after, months_after

SHOWN, AHEAD = 5, 30


@Kept
def read_lately() -> dict[date, list[Line]]:
    """By day. Some twenty statements for the whole office: read once in a while, not by desk."""
    return {}


def near(on: date) -> list[Line]:
    """Open, and late or due in the coming month; of the year before too, the nearest first."""
    lately = read_lately()
    if on not in lately:
        years = (on.year - 1, on.year)
        lately[on] = [
            line for year in years for line in lines_of_year(year, on=on)[1] if is_near(line, on=on)
        ]
    return sorted(lately[on], key=lambda line: line.owed.due or date.max)


def is_near(line: Line, *, on: date) -> bool:
    """What is late for more than a year is a matter for the page, not for every day."""
    row = line.owed
    if not row.is_open() or row.due is None:
        return False
    return months_after(on, -12) <= row.due <= days_after(on, AHEAD)


class DeskDuties:
    """One reader's part."""

    def __init__(self, user: User, on: date) -> None:
        self.user, self.on = user, on

    @cached_property
    def mine(self) -> list[Line]:
        return owned_by(self.user, near(self.on), on=self.on)

    @property
    def rows(self) -> list[tuple[Line, object]]:
        return [(line, line.owed.standing(as_of=self.on)) for line in self.mine[:SHOWN]]

    @property
    def pressing(self) -> list[Line]:
        """Late, or near enough for the digest."""
        last = last_soon(self.on)
        return [line for line in self.mine if line.owed.due and line.owed.due <= last]
