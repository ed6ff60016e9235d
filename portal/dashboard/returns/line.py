"""One line of a form: figures of a unit or of the whole office, with the sums that must hold."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache

from portal.people import Unit
from portal.returns import Amount, Check, Figures, Form, Scope, checked

from .forms import FORMS

BY_NUMBER = {form.number: form for form in FORMS.values()}


@dataclass(frozen=True)
class Line:
    """Một dòng của biểu."""

    form: Form
    scope: Scope
    figures: Figures
    checks: list[Check]

    @property
    def name(self) -> str:
        return self.scope.unit.name if self.scope.unit else "Tổng cộng"


def all_forms(scope: Scope) -> list[Line]:
    """The line that was asked for, of each form."""
    count = counting(scope)
    return [make(form, scope, count) for form in FORMS.values()]


def lines(form: Form, scope: Scope, *, by_unit: bool) -> Iterator[Line]:
    """With ``by_unit`` one line for each unit that has figures, then the one asked for."""
    count = counting(scope)
    if by_unit and scope.unit is None:
        counted = [key for key in count(form.number) if key]
        for unit in Unit.objects.filter(pk__in=counted).order_by("name"):
            yield make(form, Scope(scope.period, unit), count)
    yield make(form, scope, count)


Count = Callable[[str], dict[int | None, Figures]]


def counting(scope: Scope) -> Count:
    """Counts each form once, however many lines ask for it."""
    here = scope.read_once()
    counted: Count = cache(lambda number: dict(BY_NUMBER[number].count(here)))
    return counted


def make(form: Form, scope: Scope, count: Count) -> Line:
    def amount(number: str, column: int) -> Amount:
        asked = BY_NUMBER[number or form.number]
        return asked.line_of(count(asked.number), scope.unit)[column]

    figures = form.line_of(count(form.number), scope.unit)
    return Line(form, scope, figures, checked(form.checks, amount))
