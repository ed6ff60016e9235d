"""Chốt số liệu: a return as it was sent; what changes afterwards shows as a difference."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from typing import Any

from django.db import models
from django.db.models import F, Q

from portal import history
from portal.people import Unit, User
from portal.returns.forms import Amount, Figures, Form, Scope


class FrozenReturns(models.QuerySet["FrozenReturn"]):
    def of(self, form: Form, scope: Scope) -> FrozenReturn | None:
        """The newest one of this form, period and unit."""
        start, end = scope.period.dates
        found = self.filter(form=form.code, start=start, end=end, unit=scope.unit)
        return found.order_by("-pk").first()


class FrozenReturn(models.Model):
    """Số liệu đã chốt của một biểu, một kỳ, một đơn vị."""

    form = models.CharField("biểu", max_length=12)
    version = models.CharField("theo văn bản", max_length=60)
    start = models.DateField("từ ngày")
    end = models.DateField("đến ngày")
    unit = models.ForeignKey(Unit, models.PROTECT, null=True, related_name="+")
    figures = models.JSONField("số liệu")
    lines = models.JSONField("từng dòng", default=dict)
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField("ngày chốt")

    objects = FrozenReturns.as_manager()

    class Meta:
        indexes = [models.Index(fields=["form", "start", "end"], name="frozen_return_period")]
        constraints = [
            models.CheckConstraint(condition=Q(end__gte=F("start")), name="frozen_period_in_order")
        ]

    def __str__(self) -> str:
        return f"{self.form}, {self.start:%d/%m/%Y} – {self.end:%d/%m/%Y}"

    @classmethod
    def freeze(cls, form: Form, scope: Scope, *, by: User, on: date) -> FrozenReturn:
        """Keep the figures as they stand; freezing again keeps both, the newest counts."""
        start, end = scope.period.dates
        lines = form.lines(scope) if form.lines else {}
        frozen = cls.objects.create(
            form=form.code,
            version=form.version,
            start=start,
            end=end,
            unit=scope.unit,
            figures=kept(form.figures(scope)),
            lines={name: kept(figures) for name, figures in lines.items()},
            by=by,
            on=on,
        )
        history.record(
            f"bieu/{form.path}",
            "freeze",
            by=by.key,
            on=on,
            label="Chốt số liệu",
            facts={"from": start.isoformat(), "to": end.isoformat()},
        )
        return frozen

    def differences(self, now: Figures) -> dict[int, tuple[Amount, Amount]]:
        """{column: (as frozen, as counted now)} where the two differ."""
        return apart(self.figures, now)

    def changed_lines(
        self, now: Mapping[str, Figures]
    ) -> dict[str, dict[int, tuple[Amount, Amount]]]:
        """The lines of a form that is not read by unit, where they differ; a line may be new."""
        names = [*now, *(name for name in self.lines if name not in now)]
        found = {name: apart(self.lines.get(name, {}), now.get(name, {})) for name in names}
        return {name: columns for name, columns in found.items() if columns}


def kept(figures: Figures) -> dict[str, Any]:
    return {str(number): stored(value) for number, value in figures.items()}


def apart(then: Mapping[str, Any], now: Figures) -> dict[int, tuple[Amount, Amount]]:
    before = {int(number): read(value) for number, value in then.items()}
    return {
        number: (before.get(number, 0), now.get(number, 0))
        for number in sorted({*before, *now})
        if before.get(number, 0) != now.get(number, 0)
    }


def stored(value: Amount) -> Any:
    """Money and land with their decimals, as text: a float would lose some."""
    return str(value) if isinstance(value, Decimal) else value


def read(value: Any) -> Amount:
    return Decimal(value) if isinstance(value, str) else value
