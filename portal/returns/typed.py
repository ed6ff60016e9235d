"""Số liệu nhập tay: what a column asks for and no register holds, with a day and a source."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from portal import history, registers
from portal.people import Unit, User
from portal.returns.forms import Form, Scope

BOOK = "SLN"


class NotTyped(ValueError):
    """A column that no figure is typed into."""


class TypedFigures(models.QuerySet["TypedFigure"]):
    def visible_to(self, user: Any, *, on: date) -> TypedFigures:
        """Whoever makes the returns reads every line: who that is the page asks."""
        return self

    def kept(self) -> TypedFigures:
        return self.filter(struck_on=None)

    def of(self, form: Form, scope: Scope) -> TypedFigures:
        start, end = scope.period.dates
        found = self.filter(form=form.code, happened_on__range=(start, end))
        return found.filter(unit=scope.unit) if scope.unit else found


class TypedFigure(models.Model):
    """Một số liệu nhập tay của một cột."""

    code = models.CharField("số", max_length=24, unique=True)
    form = models.CharField("biểu", max_length=12)
    column = models.PositiveSmallIntegerField("cột")
    happened_on = models.DateField("ngày")
    amount = models.PositiveIntegerField("số lượng")
    source = models.CharField("nguồn số liệu", max_length=300)
    unit = models.ForeignKey(
        Unit, models.PROTECT, null=True, related_name="+", verbose_name="đơn vị"
    )
    by = models.ForeignKey(User, models.PROTECT, related_name="+", verbose_name="người nhập")
    on = models.DateField("ngày nhập")
    struck_on = models.DateField("ngày gạch", null=True)
    struck_because = models.CharField("lý do gạch", max_length=300, blank=True)

    objects = TypedFigures.as_manager()

    class Meta:
        ordering = ["-happened_on", "-pk"]
        constraints = [
            models.CheckConstraint(
                condition=Q(struck_on=None, struck_because="")
                | Q(struck_on__isnull=False) & ~Q(struck_because=""),
                name="typed_figure_struck_with_reason",
            ),
            models.CheckConstraint(condition=Q(amount__gt=0), name="typed_figure_counts_something"),
            models.CheckConstraint(condition=~Q(source=""), name="typed_figure_has_a_source"),
        ]
        indexes = [models.Index(fields=["form", "happened_on"], name="typed_figure_of_form")]

    def __str__(self) -> str:
        return f"{self.code}: {self.amount}"

    @property
    def stream(self) -> str:
        return f"so-lieu/{self.code}"

    @classmethod
    @transaction.atomic
    def enter(cls, form: Form, *, by: Any, on: date, column: int, **facts: Any) -> TypedFigure:
        """Nhập: only into a column that no register fills."""
        if column not in form.typed:
            raise NotTyped("Cột này Cổng tự tính từ sổ, không nhập tay.")
        number = registers.take_number(BOOK, on=on, stream=BOOK)
        row = cls.objects.create(
            form=form.code, column=column, by=by, on=on, code=number.code, **facts
        )
        told = {"form": form.code, "column": column, "amount": row.amount}
        row.tell("enter", "Nhập số liệu", by=by, on=on, facts=told)
        return row

    @transaction.atomic
    def strike(self, *, by: Any, on: date, reason: str) -> None:
        """Gạch: the line stays, with its reason, and counts no longer."""
        self.struck_on, self.struck_because = on, reason
        self.save(update_fields=["struck_on", "struck_because"])
        self.tell("strike", "Gạch số liệu", by=by, on=on, facts={}, values={"reason": reason})

    def tell(self, step: str, label: str, *, by: Any, on: date, **more: Any) -> None:
        history.record(self.stream, step, by=by.key, on=on, label=label, **more)
