"""What some tiles of reform show besides numbers: late dossiers, a radar, bars, lost points."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.http import urlencode

from portal.kept import KeptFor
from portal.people import Unit, User, heads_of
from portal.periods import Regular
from portal.scoring import Part
from portal.scoring.marks import sum_of
from portal.working_days import calendar
from reforms import areas
from reforms.board import Board, board_of, version_in_force
from reforms.losing import losses
from reforms.models import LateDossier, Scorecard, ScorecardVersion
from reforms.models.dossiers.late import UNFINISHED
from reforms.models.scorecard.mark import Side
from reforms.models.scorecard.totals import Marks
from reforms.plan_rates import Course, courses, reform_shares
from reforms.proposals import counting_for

SHOWN = 5
BARS = (
    ("dung-han", "in_time", "d2", "đúng hạn"),
    ("xong-muon", "done_late", "d3", "xong muộn"),
    ("con-han", "doing", "d1", "đang làm"),
    ("qua-han", "overdue", "dl", "quá hạn"),
)


@dataclass(frozen=True)
class Asked:
    """Of what time, of whom, for whom, on which day."""

    period: Regular
    unit: Unit | None
    user: User
    on: date

    @property
    def code(self) -> str:
        return self.unit.code if self.unit else ""


def late_dossiers(asked: Asked) -> dict[str, Any]:
    """Open, and past their day or due by the next working day: as of today, the oldest first."""
    seen = LateDossier.objects.visible_to(asked.user, on=asked.on).filter(stage__in=UNFINISHED)
    seen = seen.filter(unit=asked.unit) if asked.unit else seen
    waiting = seen.filter(due_on__lte=calendar().add(asked.on, 1))
    rows = list(waiting.select_related("unit", "officer").order_by("due_on", "pk")[:SHOWN])
    heads = heads_of((row.unit_id for row in rows), on=asked.on)
    told = [(row, row.standing(as_of=asked.on), heads.get(row.unit_id, "")) for row in rows]
    return {"rows": told, "all": f"/cai-cach/ho-so/qua-han/?{urlencode({'don-vi': asked.code})}"}


@KeptFor
def board_kept(key: tuple[ScorecardVersion, Regular]) -> Board:
    """Some seventy figures: counted once a minute."""
    return board_of(*key)


counting_kept = KeptFor(counting_for)
"""A counting remembers what it was asked: so do the lines of one card, for a minute."""


def board(asked: Asked) -> dict[str, Any]:
    """The six axes of Decision 766; a unit has no board of its own."""
    version = None if asked.unit else version_in_force(as_of=min(asked.period.end, asked.on))
    shown = board_kept((version, asked.period)) if version else None
    if shown is None or shown.is_empty:
        return {"axes": [], "bars": []}
    return {"axes": [(bar.group.code, bar.share) for bar in shown.bars], "bars": shown.bars}


def by_area(asked: Asked) -> dict[str, Any]:
    """Tasks due in the period by content: in time, late, going on, overdue; each its rows."""
    rows = reform_shares()
    rows = rows.filter(unit=asked.unit) if asked.unit else rows
    found = courses(asked.period, "task__reform_area__area", rows=rows, as_of=asked.on)
    told = [
        line_of(asked, code, words, found.get(code, Course()))
        for code, words in areas.choices(asked.period.end.year)
    ]
    return {"areas": told, "of": max((row["course"].due for row in told), default=0)}


def line_of(asked: Asked, code: str, words: str, course: Course) -> dict[str, Any]:
    counted = [(way, getattr(course, name), kind, says) for way, name, kind, says in BARS]
    narrow = {"noi-dung": code} | ({"don-vi": asked.code} if asked.unit else {})
    return {
        "words": words,
        "course": course,
        "parts": [(count, kind) for _, count, kind, _ in counted],
        "cells": [
            (count, says,
             f"/cai-cach/nhiem-vu/?{urlencode({way: asked.period.address} | narrow)}")
            for way, count, _, says in counted
        ],
    }  # fmt: skip


def lost_points(asked: Asked) -> dict[str, Any]:
    """The lines of the year's card that lack most: the office's own, or the unit's."""
    seen = Scorecard.objects.visible_to(asked.user, on=asked.on).select_related("unit")
    of_year = seen.filter(campaign__year=asked.period.end.year)
    own = (
        of_year.filter(unit=asked.unit)
        if asked.unit
        else of_year.filter(campaign__of_the_office=True)
    )
    card = own.select_related("campaign__criteria", "unit").order_by("-pk").first()
    if card is None:
        return {"card": None}
    marks = card.marks_of()
    rows = losses(card, marks, counting_kept(card))
    return {
        "card": card,
        "rows": [row for row in rows if row.points is not None][:SHOWN],
        "groups": by_group(card, marks),
    }


def by_group(card: Scorecard, marks: Marks) -> list[tuple[Any, Any, Any]]:
    """Each field of the card: what it gave itself, what the appraiser gave; None: nothing yet."""
    appraised = marks[Side.REVIEW] | marks[Side.FINAL]
    return [
        (group, sum_of(group.lines, marks[Side.SELF]), sum_of(group.lines, appraised))
        for group in card.set.groups
        if group.part == Part.REGULAR
    ]


PARTS: dict[str, Callable[[Asked], dict[str, Any]]] = {
    "late": late_dossiers,
    "board": board,
    "areas": by_area,
    "lost": lost_points,
}
