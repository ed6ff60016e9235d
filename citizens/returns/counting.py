"""Columns as conditions over one statement: counted for every unit at once, or opened as rows."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
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
    """One column: which rows belong to it, and what of them is added up.

    ``distinct``: what is counted once however many rows have it, such as a matter.
    """

    number: int
    where: str
    counted: str = "count(*)"
    distinct: str = ""

    @property
    def expression(self) -> str:
        """Of the ``several`` rows that may share it the column is given, the others are counted."""
        if not self.distinct:
            return f"{self.counted} FILTER (WHERE {self.where})"
        return (
            f"count(*) FILTER (WHERE NOT several AND ({self.where})),"
            f" array_agg({self.distinct}) FILTER (WHERE several AND ({self.where}))"
        )


@dataclass(frozen=True, eq=False)
class Reading:
    """Rows under one name: a WITH clause that ends in ``source`` with ``unit`` and ``record``.

    ``record`` is the key of a row of ``model``; ``ask`` adds the parameters that the scope alone
    does not give. Whatever forms have columns of it, it is read once for all of them.
    """

    model: type[Model]
    statement: str
    ask: Callable[[Scope], dict[str, Any]] = lambda scope: {}
    sources: list[Source] = field(default_factory=list)

    def columns(self, *cells: Cell) -> Source:
        self.sources.append(source := Source(self, cells))
        return source

    def of_every_form(self, scope: Scope) -> dict[Source, Lines]:
        """Read once for one answer."""
        assert scope.counted is not None
        if self not in scope.counted:
            scope.counted[self] = self.count(scope, self.sources)
        return scope.counted[self]

    def count(self, scope: Scope, sources: Sequence[Source]) -> dict[Source, Lines]:
        """All their columns of all units."""
        columns = ", ".join(cell.expression for source in sources for cell in source.cells)
        with connection.cursor() as cursor:
            cursor.execute(
                f"{self.statement} SELECT unit, {columns} FROM source GROUP BY unit",  # noqa: S608
                self.parameters(scope),
            )
            rows = cursor.fetchall()
        told = [(unit, iter(values)) for unit, *values in rows]
        return {source: lines_of(source.cells, told) for source in sources}

    def parameters(self, scope: Scope) -> dict[str, Any]:
        unit = {"unit": scope.unit.pk if scope.unit else None}
        return scope.parameters | unit | self.ask(scope)


@dataclass(frozen=True, eq=False)
class Source:
    """The columns that one form takes from a reading."""

    reading: Reading
    cells: tuple[Cell, ...]

    def count(self, scope: Scope) -> Lines:
        if scope.counted is None:
            return self.reading.count(scope, [self])[self]
        return self.reading.of_every_form(scope)[self]

    def rows(self, scope: Scope, number: int) -> QuerySet:
        """The records behind one column, each once."""
        cell = next(cell for cell in self.cells if cell.number == number)
        once = "DISTINCT ON (matter)" if cell.distinct == "matter" else ""
        here = "AND unit = %(unit)s" if scope.unit else ""
        records = f"""{self.reading.statement} SELECT {once} record FROM source
            WHERE ({cell.where}) {here} {"ORDER BY matter, code_key(code)" if once else ""}"""  # noqa: S608
        found: Any = RawSQL(*placed(records, self.reading.parameters(scope)))  # noqa: S611  our own words
        return self.reading.model._default_manager.filter(pk__in=found)

    def has(self, number: int) -> bool:
        return any(cell.number == number for cell in self.cells)


def lines_of(cells: Iterable[Cell], told: Iterable[tuple[int | None, Iterator[Any]]]) -> Lines:
    """What one statement told of each unit, and the whole office, where a matter counts once."""
    whole: dict[int, Any] = {cell.number: 0 for cell in cells}
    shared: dict[int, set[Any]] = {cell.number: set() for cell in cells}
    lines: Lines = {None: whole}
    for unit, values in told:
        line = lines.setdefault(unit, {}) if unit is not None else {}
        for cell in cells:
            counted, met = next(values) or 0, next(values) if cell.distinct else None
            line[cell.number] = counted + len(once := set(met or ()))
            whole[cell.number] += counted
            shared[cell.number] |= once
    for number, once in shared.items():
        whole[number] += len(once)
    return lines


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
    return Cell(number, where, distinct="matter")


def sums(columns: Mapping[int, str]) -> Iterable[Cell]:
    """One cell for each named amount; its rows are those that have any of it."""
    return [Cell(number, f"{name} > 0", f"sum({name})") for number, name in columns.items()]
