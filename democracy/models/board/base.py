"""What everything that a board writes has in common: its term, who wrote it, who reads it."""

from __future__ import annotations

from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from democracy import board_rules as rules
from democracy import statutes
from portal.deadlines import Deadline, Standing, compute, standing
from portal.people import User
from portal.planning.rules import works_here
from portal.workflow import Subject
from portal.working_days import Calendar, calendar


def reckoned(
    code: str, start: date, *, by: Calendar | None = None, confirmed: Any = None
) -> Deadline | None:
    """A time limit of the law; none where the law did not yet know it."""
    term = statutes.RULES[code]
    if start < term.versions[0].since:
        return None
    return compute(term, start=start, calendar=by or calendar(), confirmations=confirmed)


def due_by(code: str, start: date, *, by: Calendar | None = None) -> date | None:
    found = reckoned(code, start, by=by)
    return found.due if found else None


class OfBoards(models.QuerySet[Any]):
    def visible_to(self, user: User, *, on: date) -> OfBoards:
        """The board itself; what it no longer keeps to itself, the staff whose board it is."""
        if not works_here(user, on=on):
            return self.none()
        at = self.model.way_to_board
        told = ~Q(stage__in=self.model.kept_back) & rules.told(user, on=on, at=at)
        return self.filter(rules.own(user, on=on, at=at) | told)


class OfBoard(Subject):
    """Việc của một Ban trong một nhiệm kỳ."""

    way_to_board: ClassVar[str] = "term__"
    kept_back: ClassVar[tuple[str, ...]] = ()
    """Stages in which nobody but the board knows of it."""

    term = models.ForeignKey(
        "democracy.BoardTerm", models.PROTECT, related_name="+", verbose_name="nhiệm kỳ"
    )
    officer = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người ghi")

    class Meta:
        abstract = True

    field = None
    field_id = None
    due_on: Any = None
    unit = property(lambda self: self.term.unit)
    unit_id = property(lambda self: self.term.unit_id)
    body = property(lambda self: self.term.body)
    body_id = property(lambda self: self.term.body_id)

    def body_is_gone(self, *, on: date) -> bool:
        return self.term.body_is_gone(on=on)

    def standing(self, *, as_of: date) -> Standing:
        return standing(self.due_on, as_of=as_of)
