"""Columns as conditions over one statement: counted for every unit at once, or opened as rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import connection
from django.db.models import Model, QuerySet
from django.db.models.expressions import RawSQL

from portal.returns import Scope

VERSION = "TT 06/2025/TT-TTCP"
SINCE = date(2025, 9, 30)
"""The circular holds for periods that close on this day or later (TT 06/2025 Đ4, Đ7)."""

Lines = dict[int | None, dict[int, Any]]
"""The figures of each unit by its key; the whole office under None."""


@dataclass(frozen=True)
class Cell:
    """One column: which rows belong to it, and what of them is added up."""

    number: int
    where: str
    counted: str = "count(*)"

    @property
    def expression(self) -> str:
        return f"{self.counted} FILTER (WHERE {self.where})"


@dataclass(frozen=True)
class Source:
    """Rows under one name: a WITH clause that ends in ``source`` with ``unit`` and ``record``.

    ``record`` is the key of a row of ``model``; ``ask`` adds the parameters that the scope alone
    does not give.
    """

    model: type[Model]
    statement: str
    cells: tuple[Cell, ...]
    ask: Callable[[Scope], dict[str, Any]] = lambda scope: {}

    def count(self, scope: Scope) -> Lines:
        """All columns of all units in one pass."""
        columns = ", ".join(cell.expression for cell in self.cells)
        rows = self._run(
            f"""{self.statement} SELECT grouping(unit) = 1, unit, {columns}
                FROM source GROUP BY GROUPING SETS ((unit), ())""",  # noqa: S608  our own words
            scope,
        )
        numbers = [cell.number for cell in self.cells]
        return {
            None if whole else unit: {
                number: value or 0 for number, value in zip(numbers, values, strict=True)
            }
            for whole, unit, *values in rows
            if whole or unit is not None
        }

    def rows(self, scope: Scope, number: int) -> QuerySet:
        """The records behind one column, each once."""
        cell = next(cell for cell in self.cells if cell.number == number)
        once = "DISTINCT ON (matter)" if "DISTINCT matter" in cell.counted else ""
        here = "AND unit = %(unit)s" if scope.unit else ""
        records = f"""{self.statement} SELECT {once} record FROM source
            WHERE {cell.where} {here} {"ORDER BY matter, code_key(code)" if once else ""}"""  # noqa: S608
        found: Any = RawSQL(*placed(records, self._parameters(scope)))  # noqa: S611  our own words
        return self.model._default_manager.filter(pk__in=found)

    def has(self, number: int) -> bool:
        return any(cell.number == number for cell in self.cells)

    def _run(self, statement: str, scope: Scope) -> list[tuple[Any, ...]]:
        with connection.cursor() as cursor:
            cursor.execute(statement, self._parameters(scope))
            return cursor.fetchall()

    def _parameters(self, scope: Scope) -> dict[str, Any]:
        unit = {"unit": scope.unit.pk if scope.unit else None}
        return scope.parameters | unit | self.ask(scope)


NAMED = re.compile(r"%\((\w+)\)s")


def placed(statement: str, values: Mapping[str, Any]) -> tuple[str, list[Any]]:
    """With its values by place instead of by name, as a part of a greater statement."""
    return NAMED.sub("%s", statement), [values[name] for name in NAMED.findall(statement)]


def together(*sources: Source) -> Callable[[Scope], Mapping[int | None, dict[int, Any]]]:
    """Count every source and lay the columns of one line side by side."""

    def count(scope: Scope) -> Lines:
        lines: Lines = {}
        for source in sources:
            for unit, figures in source.count(scope).items():
                lines.setdefault(unit, {}).update(figures)
        return lines

    return count


def opened(*sources: Source) -> Callable[[Scope, int], QuerySet]:
    """The rows of a column, from whichever source has it."""

    def rows(scope: Scope, number: int) -> QuerySet:
        return next(source for source in sources if source.has(number)).rows(scope, number)

    return rows


def matters(number: int, where: str) -> Cell:
    """Vụ việc: petitions that join one another are counted once."""
    return Cell(number, where, "count(DISTINCT matter)")


def sums(columns: Mapping[int, str]) -> Iterable[Cell]:
    """One cell for each named amount; its rows are those that have any of it."""
    return [Cell(number, f"{name} > 0", f"sum({name})") for number, name in columns.items()]
