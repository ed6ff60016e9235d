"""Statements dearer to plan than to run: each connection plans them once and then only runs them.

The page of one case asks twenty small tables at once, and PostgreSQL works eight times longer on
the plan than on the rows. Such a statement is put together once with marks among its parameters;
what a reader asks for is put in their place when it runs.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from copy import copy
from itertools import count
from typing import Any
from weakref import WeakKeyDictionary

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import QuerySet
from psycopg2.extensions import AsIs

ROOM = 500_000
"""So many characters of statements a connection keeps: with their plans, some 30 megabytes."""

_numbers = count(1)
_planned: WeakKeyDictionary[Any, dict[Prepared, str]] = WeakKeyDictionary()
"""By connection: the name under which it knows each statement, the one asked last at the end."""


class Prepared:
    """One statement; ``marks``: each value that stands for another, with its type in SQL."""

    def __init__(self, sql: str, parameters: Sequence[Any], marks: Mapping[Any, str]) -> None:
        self.sql, self.parameters, self.marks = sql, parameters, marks

    def read(self, values: Mapping[Any, Any]) -> list[tuple[Any, ...]]:
        """The rows, with these values for the marks."""
        with connection.cursor() as cursor:
            known = _planned.setdefault(connection.connection, {})
            name = known.get(self) or f"planned_once_{next(_numbers)}"
            asked = [values[mark] for mark in self.marks]
            run = written(cursor, f"EXECUTE {name} {listed(['%s'] * len(asked))}", asked)
            cursor.execute(run if self in known else f"{self.plan(cursor, name, known)}; {run}")
            known[self] = known.pop(self, name)
            return cursor.fetchall()

    def plan(self, cursor: Any, name: str, known: dict[Prepared, str]) -> str:
        """Said in one breath with the first run; a name is used once, whatever becomes of it."""
        places = {mark: AsIs(f"${at}") for at, mark in enumerate(self.marks, start=1)}
        body = written(cursor, self.sql, [_placed(each, places) for each in self.parameters])
        prepared = f"PREPARE {name} {listed(self.marks.values())} AS {body}"
        return "; ".join([*self.make_room(known), prepared])

    def make_room(self, known: dict[Prepared, str]) -> Iterator[str]:
        """Let go of what nobody has asked for the longest."""
        taken = len(self.sql) + sum(len(each.sql) for each in known)
        while known and taken > ROOM:
            oldest = next(iter(known))
            taken -= len(oldest.sql)
            yield f"DEALLOCATE {known.pop(oldest)}"


class PreparedRows:
    """A query set that costs more to compose than to run; its rows come as it makes them."""

    def __init__(self, rows: QuerySet[Any, Any], marks: Mapping[Any, str]) -> None:
        self.rows = rows
        self.compiler: Any = rows.query.get_compiler(rows.db)
        try:
            sql, parameters = self.compiler.as_sql()
            self.statement: Prepared | None = Prepared(sql, parameters, marks)
        except EmptyResultSet:
            self.statement = None

    def read(self, values: Mapping[Any, Any]) -> list[Any]:
        if self.statement is None:
            return []
        found = self.statement.read(values)
        answered = copy(self.compiler)
        answered.execute_sql = lambda *args, **options: [found]
        rows: Any = self.rows.all()
        rows.query.get_compiler = lambda *args, **options: answered
        return list(rows)


def listed(words: Collection[str]) -> str:
    return f"({', '.join(words)})" if words else ""


def written(cursor: Any, sql: str, values: Sequence[Any]) -> str:
    """The statement with its values in it, as it would go to the server."""
    return cursor.mogrify(sql, values).decode()


def _placed(value: Any, places: Mapping[Any, AsIs]) -> Any:
    return places.get(value, value) if isinstance(value, (int, str)) else value
