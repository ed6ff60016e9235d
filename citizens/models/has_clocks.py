"""What has time limits: they start and stop here, and the nearest one orders the lists."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from django.db import models

from portal import deadlines
from portal.deadlines import FAR_FUTURE, Standing
from portal.working_days import calendar

from .. import statutes

if TYPE_CHECKING:
    from .clock import Clock


class HasClocks(models.Model):
    """Each change of a clock ends with the nearest open duty as ``due_key``."""

    due_key = models.DateField("hạn gần nhất", default=FAR_FUTURE)

    class Meta:
        abstract = True

    @property
    def due_on(self) -> date | None:
        return None if self.due_key == FAR_FUTURE else self.due_key

    def standing(self, *, as_of: date) -> Standing:
        """How the nearest time limit stands, in words."""
        return deadlines.standing(
            self.due_on,
            as_of=as_of,
            calendar=calendar(),
            paused_from=self.paused_from,
            done_on=self.closed_on,
        )

    def start_clock(self, rule: str, *, on: date, **variants: Any) -> None:
        """Start a time limit on the date of its starting event; raises ``DeadlineError``."""
        self.clocks.model.begin(rule, on=on, **self.as_owner(), **variants)
        self.refresh_due()

    def start_known_clocks(self, *names: str, on: date) -> None:
        """Start those of the time limits that the law knew on that day."""
        self.clocks.bulk_create(self.known_clocks(*names, on=on))
        self.refresh_due()

    def known_clocks(self, *names: str, on: date) -> list[Clock]:
        """The same, not stored yet."""
        known = [name for name in names if statutes.RULES[name].versions[0].since <= on]
        kind, owner = self.clocks.model, self.as_owner()
        return [kind.prepare(name, on=on, **owner) for name in known]

    def stop_clocks(self, *rules: str, on: date) -> list[int]:
        """Stop the named time limits, or all of them when none is named; returns which."""
        running = self.clocks.open()
        stopped = [*(running.filter(rule__in=rules) if rules else running)]
        for clock in stopped:
            clock.stop(on=on)
        self.refresh_due()
        return [clock.pk for clock in stopped]

    def refresh_due(self) -> None:
        duties = self.clocks.open().exclude(rule__in=statutes.WATCHED)
        nearest = duties.filter(due__isnull=False).order_by("due").first()
        self.due_key = nearest.due if nearest else FAR_FUTURE
