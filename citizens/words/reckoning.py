"""The time limits of a petition or case in words: how each stands, and how it was reckoned."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.deadlines import Row, Standing, confirmations
from portal.text import day, upper_first
from portal.working_days import days_after

from .. import statutes


@dataclass(frozen=True)
class Reckoning:
    """One time limit of the case: what it is for, how it stands, how it was reckoned."""

    about: str
    standing: Standing
    rows: list[Row]
    clock: Any

    @property
    def late(self) -> bool:
        """What it asked for was done after its last day."""
        clock = self.clock
        watched = clock.rule in statutes.WATCHED
        return bool(not watched and clock.stopped_on and clock.due and clock.stopped_on > clock.due)

    @property
    def confirmed(self) -> bool:
        return not any("chưa kiểm tra" in row.words for row in self.rows)


def reckonings(case: Any, clocks: list[Any], *, on: date) -> list[Reckoning]:
    """The nearest duty first, then what else runs, then what is over."""
    ordered = sorted(clocks, key=lambda clock: _rank(clock, paused=bool(case.paused_from)))
    confirmed = confirmations()
    told = []
    for clock in ordered:
        rows = clock.deadline(confirmed=confirmed).rows()
        standing = watched(clock, on=on) if clock.rule in statutes.WATCHED else None
        about = upper_first(clock.term.label)
        told.append(Reckoning(about, standing or clock.standing(as_of=on), rows, clock))
    return told


def watched(clock: Any, *, on: date) -> Standing | None:
    """A period of the citizen's is never late: it is open until its last day, then it is over."""
    if clock.stopped_on or clock.due is None:
        return None
    over = clock.due < on
    words = f"{'Đã hết' if over else 'Đến hết'} ngày {day(clock.due)}"
    return Standing("done" if over else "ok", words, words, clock.due)


def standing_of(case: Any, clocks: list[Any], *, on: date) -> Standing:
    """How the nearest duty stands; where none is left, from when the decision has effect."""
    effect = next((each for each in clocks if each.rule == "KN_HIEU_LUC" and each.is_open), None)
    if effect is None or case.closed_on or is_owed(case, clocks, on=on):
        return case.standing(as_of=on)
    if getattr(case, "appealed", False):
        words = "Đã có khiếu nại lần hai, quyết định chưa có hiệu lực"
        return Standing("ok", words, words, None)
    since = days_after(effect.due, 1)
    words = f"Quyết định có hiệu lực từ ngày {day(since)}"
    return Standing("done" if since <= on else "ok", words, words, since)


def is_owed(case: Any, clocks: list[Any], *, on: date) -> bool:
    """Something is to be done now; ordering the execution is not before the effect."""
    ahead = [clock for clock in clocks if clock.is_open and clock.started_on > on]
    return bool(case.due_on) and case.due_on not in [clock.due for clock in ahead]


def _rank(clock: Any, *, paused: bool) -> tuple:
    """While the settling stands still, its clock comes first; what is only watched comes last."""
    stands_still = paused and clock.is_open and clock.due is None
    watched = clock.rule in statutes.WATCHED
    settles = clock.rule in statutes.SETTLING
    return (not clock.is_open, not stands_still, watched, clock.due_key, not settles)
