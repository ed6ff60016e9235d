"""A deadline that runs on a case. Abstract: each app makes it concrete with its own foreign key."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from django.db import models

from portal.deadlines.clock_state import FAR_FUTURE, ClockState
from portal.deadlines.law import DeadlineError, Term
from portal.deadlines.standings import SOON
from portal.text import day as written
from portal.working_days import calendar

__all__ = ["FAR_FUTURE", "Clock", "ClockQuerySet"]

RECKONED = ["version_from", "nominal", "due"]


class ClockQuerySet(models.QuerySet["Any"]):
    def open(self) -> Self:
        return self.filter(stopped_on__isnull=True)

    def running(self) -> Self:
        return self.open().filter(due__isnull=False)

    def paused(self) -> Self:
        return self.open().filter(due__isnull=True)

    def overdue(self, *, as_of: date) -> Self:
        return self.running().filter(due__lt=as_of)

    def soon(self, *, as_of: date) -> Self:
        return self.running().filter(due__range=(as_of, calendar().add(as_of, SOON)))

    def of(self, rule: Term | str) -> Self:
        return self.filter(rule=str(rule))

    def reckon(self) -> list[Any]:
        """After the calendar changed: the open clocks whose last day moved, already stored.

        A clock that the law can no longer reckon (its pause began on a day to which the old
        calendar had rolled the end) keeps the last day it has.
        """
        moved = [clock for clock in self.open() if reckoned(clock)]
        self.bulk_update(moved, RECKONED)
        return moved


def reckoned(clock: Any) -> bool:
    try:
        return clock.reckon()
    except DeadlineError:
        return False


class Clock(ClockState):
    """One running time limit: which wording of which rule, since when, what moved it, until when.

    Callers hold the lock of the case. `due` is empty while a pause is open. `entered_due` is a last
    day taken over from the office's old register: it holds until a verb moves the clock. A stopped
    clock is never reckoned again.
    """

    objects = ClockQuerySet.as_manager()

    class Meta(ClockState.Meta):
        abstract = True

    @classmethod
    def prepare(cls, rule: Term | str, *, on: date, **more: Any) -> Self:
        """A reckoned clock, not stored: for imports that write many at once."""
        clock = cls(rule=str(rule), started_on=on, **more)
        clock.reckon()
        return clock

    @classmethod
    def begin(cls, rule: Term | str, *, on: date, **more: Any) -> Self:
        """Start the time limit of a rule on the day of its event.

        Further: complex, remote, entered_due, and the app's owner (`case=…`).
        """
        clock = cls.prepare(rule, on=on, **more)
        clock.save(force_insert=True)
        return clock

    def stop(self, *, on: date, event: str = "") -> None:
        """What the time limit asked for was done."""
        self.refuse_when_stopped()
        self.stopped_on, self.stopped_by_event = on, event
        self.save(update_fields=["stopped_on", "stopped_by_event"])

    def reopen(self) -> None:
        """The step that stopped it was undone: it runs again from where it started."""
        self.stopped_on, self.stopped_by_event = None, ""
        self.reckon()
        self.save(update_fields=["stopped_on", "stopped_by_event", *RECKONED])

    def pause(self, *, on: date) -> None:
        self.change(pauses=[*self.pauses, [on.isoformat(), None]])

    def resume(self, *, on: date) -> None:
        if self.paused_from is None:
            raise DeadlineError(f"Thời hạn {self.term.label} không trong thời gian tạm đình chỉ.")
        self.change(pauses=[[begin, end or on.isoformat()] for begin, end in self.pauses])

    def extend(self, *, on: date) -> None:
        """One more extension, decided while the time still runs."""
        self.refuse_when_expired(on)
        self.change(extensions=self.extensions + 1)

    def mark_complex(self, *, on: date) -> None:
        self.refuse_when_expired(on)
        self.change(complex=True)

    def correct_start(self, *, on: date) -> None:
        """A wrong date was put right: the wording of the law may change with it."""
        self.change(started_on=on)

    def reckon(self) -> bool:
        """Compute anew while open (not stored); whether the last day moved."""
        if not self.is_open:
            return False
        before, computed = self.due, self.computed()
        self.version_from = computed.version_from
        self.nominal, self.due = computed.nominal, computed.due
        if self.entered_due and self.due:
            self.nominal, self.due = None, self.entered_due
        return self.due != before

    def change(self, **values: Any) -> None:
        """Set, reckon, store; a change that the law does not know leaves the clock as it was."""
        self.refuse_when_stopped()
        values["entered_due"] = None
        before = {name: getattr(self, name) for name in values}
        try:
            self.put(values)
            self.reckon()
        except DeadlineError:
            self.put(before)
            raise
        self.save(update_fields=[*values, *RECKONED])

    def put(self, values: Mapping[str, Any]) -> None:
        for name, value in values.items():
            setattr(self, name, value)

    def refuse_when_stopped(self) -> None:
        if self.stopped_on is not None:
            raise DeadlineError(
                f"Thời hạn {self.term.label} đã kết thúc ngày {written(self.stopped_on)}."
            )

    def refuse_when_expired(self, on: date) -> None:
        if self.due is not None and on > self.due:
            raise DeadlineError(
                f"Thời hạn {self.term.label} đã hết ngày {written(self.due)},"
                " không gia hạn được nữa."
            )
