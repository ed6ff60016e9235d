"""The running time limits of petitions and cases."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import models
from django.db.models import F, Q, Value

from portal import deadlines
from portal.deadlines import FAR_FUTURE

from .. import statutes
from .owned import Owned


class Clocks(deadlines.ClockQuerySet):
    def settled_late(self) -> Clocks:
        """Periods for settling whose decision or answer bears a date after the last day."""
        return self.filter(rule__in=statutes.SETTLING, stopped_on__gt=F("due"))


class Clock(Owned, deadlines.Clock):
    """Thời hạn."""

    terms = statutes.RULES
    extension_days = models.JSONField(
        "số ngày mỗi lần gia hạn", default=list, db_default=Value([], models.JSONField())
    )
    objects = Clocks.as_manager()

    class Meta(Owned.Meta):
        ordering = ["pk"]
        constraints = [*Owned.Meta.constraints, *deadlines.Clock.Meta.constraints]
        indexes = [
            models.Index(
                fields=["petition"],
                condition=Q(rule="TCD_PHUC_DAP", stopped_on=None),
                name="clock_report_back",
            ),
            models.Index(
                fields=["rule", "case"], condition=Q(stopped_on=None), name="clock_open_of_rule"
            ),
        ]

    def extend(self, *, on: date, days: int = 0) -> None:
        """``days``: as the decision has them; nothing: the most that the law allows."""
        self.refuse_when_expired(on)
        said = [*self.extension_days, *[0] * (self.extensions - len(self.extension_days)), days]
        self.change(extensions=self.extensions + 1, extension_days=said)

    def computed(self, **more: Any) -> deadlines.Deadline:
        return super().computed(extension_days=self.extension_days, **more)


def nearest_due(clocks: Iterable[Clock]) -> date:
    """The first day on which an open duty ends; what is only watched is no duty."""
    open_ones = (clock for clock in clocks if clock.stopped_on is None and clock.due)
    return min(
        (each.due for each in open_ones if each.rule not in statutes.WATCHED), default=FAR_FUTURE
    )
