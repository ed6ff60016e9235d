"""What is kept of a running time limit, and the questions it answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from portal.deadlines.confirmations import confirmations
from portal.deadlines.law import DeadlineError, Term
from portal.deadlines.pauses import Pause
from portal.deadlines.reckoning import Deadline, compute
from portal.deadlines.standings import Standing, standing
from portal.text import day as written
from portal.working_days import Calendar, calendar

FAR_FUTURE = date(9999, 12, 31)


class ClockState(models.Model):
    """The half of `Clock` that stands still."""

    terms: ClassVar[Mapping[str, Term]] = {}

    rule = models.CharField("Thời hạn", max_length=30)
    version_from = models.DateField("Quy định áp dụng từ")
    started_on = models.DateField("Bắt đầu")
    complex = models.BooleanField("Vụ việc phức tạp", default=False)
    remote = models.BooleanField("Vùng sâu, vùng xa", default=False)
    extensions = models.PositiveSmallIntegerField("Số lần gia hạn", default=0)
    pauses = models.JSONField("Tạm đình chỉ", default=list, blank=True)
    nominal = models.DateField("Ngày cuối chưa lùi", null=True, blank=True)
    due = models.DateField("Hạn", null=True, blank=True, db_index=True)
    entered_due = models.DateField("Hạn ghi trong sổ cũ", null=True, blank=True)
    stopped_on = models.DateField("Kết thúc", null=True, blank=True)
    stopped_by_event = models.CharField("Kết thúc bởi", max_length=40, blank=True)

    class Meta:
        abstract = True
        constraints = [
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_event_only_when_stopped",
                condition=Q(stopped_by_event="") | Q(stopped_on__isnull=False),
            ),
            models.CheckConstraint(
                name="%(app_label)s_%(class)s_nominal_only_with_due",
                condition=Q(nominal__isnull=True) | Q(due__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.rule} từ {written(self.started_on)}"

    @property
    def term(self) -> Term:
        return self.terms[self.rule]

    @property
    def is_open(self) -> bool:
        return self.stopped_on is None

    @property
    def stretches(self) -> tuple[Pause, ...]:
        return tuple(
            (date.fromisoformat(begin), date.fromisoformat(end) if end else None)
            for begin, end in self.pauses
        )

    @property
    def paused_from(self) -> date | None:
        """The first day of the pause that is still open."""
        return next((begin for begin, end in self.stretches if end is None), None)

    @property
    def due_key(self) -> date:
        """Never empty, so that a list ordered by it loses no row."""
        return self.due if self.is_open and self.due else FAR_FUTURE

    def deadline(self, *, confirmed: Mapping[tuple[str, date], str] | None = None) -> Deadline:
        """The explained value, for "Cách tính thời hạn"; what was once closed keeps its dates.

        ``confirmed``: the confirmations, where a page has read them for several clocks at once.
        """
        known = confirmations() if confirmed is None else confirmed
        computed = self.computed(confirmations=known)
        if self.is_open and not self.entered_due:
            return computed
        return replace(computed, nominal=self.nominal, due=self.due, entered=self.entered_due)

    def standing(self, *, as_of: date) -> Standing:
        return standing(
            self.due,
            as_of=as_of,
            paused_from=self.paused_from,
            done_on=self.stopped_on,
        )

    def due_under(self, other: Calendar) -> date | None:
        """The last day by another calendar; what is over or was entered by hand keeps its own."""
        if not self.is_open or self.entered_due:
            return self.due
        try:
            return self.computed(by=other).due
        except DeadlineError:
            return self.due

    def computed(self, *, by: Calendar | None = None, **more: Any) -> Deadline:
        return compute(
            self.term,
            start=self.started_on,
            complex=self.complex,
            remote=self.remote,
            extensions=self.extensions,
            pauses=self.stretches,
            calendar=by or calendar(),
            **more,
        )
