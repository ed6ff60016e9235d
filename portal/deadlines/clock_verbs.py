"""What can happen to a running time limit."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any, Self

from portal.deadlines.law import DeadlineError, Term
from portal.text import day as written

RECKONED = ["version_from", "nominal", "due"]


class ClockVerbs:
    """The half of `Clock` that changes it. Callers hold the case's lock."""

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

    def unmark_complex(self) -> None:
        self.change(complex=False)

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
        if not self.is_open:
            raise DeadlineError(
                f"Thời hạn {self.term.label} đã kết thúc ngày {written(self.stopped_on)}."
            )

    def refuse_when_expired(self, on: date) -> None:
        if self.due is not None and on > self.due:
            raise DeadlineError(
                f"Thời hạn {self.term.label} đã hết ngày {written(self.due)},"
                " không gia hạn được nữa."
            )
