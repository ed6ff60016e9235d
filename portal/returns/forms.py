"""A form of an official return: what an app declares once, and pages, commands and files read."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import QuerySet

from portal.people import Unit
from portal.periods import Reporting

Amount = int | Decimal
Figures = dict[int, Amount]


@dataclass(frozen=True)
class Scope:
    """What is counted: from a day to a day, both included, of one unit or of the whole office.

    ``counted``: what was read of it, while one page or paper asks for several forms.
    """

    period: Reporting
    unit: Unit | None = None
    counted: dict[Any, Any] | None = field(default=None, compare=False, repr=False)

    def read_once(self) -> Scope:
        """The same, for one answer: forms that count the same records read them once."""
        return replace(self, counted={})

    @property
    def parameters(self) -> dict[str, date]:
        return {"start": self.period.start, "end": self.period.end}


@dataclass(frozen=True)
class Column:
    """Cột: its number, its heading, and the headings that stand above it, the outermost first."""

    number: int
    label: str
    above: tuple[str, ...] = ()

    @property
    def words(self) -> str:
        return f"Cột {self.number}, {self.label}"


@dataclass(frozen=True)
class Form:
    """Biểu: its columns, its sums, and how a scope is counted and opened.

    ``count(scope)`` gives the figures of every unit that has any, by the unit's key, and the
    total under None; ``rows(scope, number)`` the records that make up one column, in no order.
    ``lines``: of a form that is not read by unit, the figures of each line by its name.
    ``typed``: columns that no register holds; people write them in with a source.
    """

    code: str
    title: str
    version: str
    since: date
    columns: tuple[Column, ...]
    checks: tuple[str, ...]
    count: Callable[[Scope], Mapping[int | None, Figures]]
    rows: Callable[[Scope, int], QuerySet]
    notes: tuple[str, ...] = field(default=())
    lines_are: str = "Đơn vị"
    lines: Callable[[Scope], Mapping[str, Figures]] | None = None
    typed: tuple[int, ...] = ()

    @property
    def number(self) -> str:
        """The two digits by which other forms name it: 02/XLD is 02."""
        return self.code.partition("/")[0]

    @property
    def path(self) -> str:
        """As an address names it: 02-xld, ii-06a."""
        return self.code.replace("/", "-").replace(".", "-").lower()

    def column(self, number: int) -> Column:
        return next(column for column in self.columns if column.number == number)

    def figures(self, scope: Scope) -> Figures:
        """One line of the form: the unit of the scope, or the whole office."""
        return self.line_of(self.count(scope), scope.unit)

    def line_of(self, counted: Mapping[int | None, Figures], unit: Unit | None) -> Figures:
        """Every column of one line; what was not counted is 0."""
        found = counted.get(unit.pk if unit else None, {})
        return {column.number: found.get(column.number, 0) for column in self.columns}
