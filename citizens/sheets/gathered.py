"""Everything around one row in one statement: the row and its relations come as one JSON object.

A page about one case needs a dozen small tables. One statement costs the database the same
index probes and saves the round trips. To build it costs far more than to run it, so it is put
together once for each kind of reader (``Sheet``), with marks where the reader's own ids stand.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from datetime import date
from functools import lru_cache
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import ForeignKey, Model, QuerySet
from django.db.models.functions import JSONObject

from portal.people import User
from portal.prepared import Prepared

from .readers import KindOfReader

CODE = "§ code §"
"""A mark in the statement: no row has such a number."""


class Related:
    """Rows of a table, with the named foreign keys (``settler__user``) of each laid on it."""

    def __init__(self, rows: QuerySet[Any], *joined: str) -> None:
        self.rows, self.model = rows, rows.model
        self.joined = {path: _target(self.model, path) for path in _with_parents(joined)}
        self.fact = _object(self.model, self.joined)

    @property
    def expression(self) -> ArraySubquery:
        return ArraySubquery(self.rows.values(json=self.fact))

    def read(self, told: Iterable[dict[str, Any]]) -> list[Any]:
        return [self.row(each) for each in told or ()]

    def row(self, told: dict[str, Any]) -> Any:
        rows = {"": _instance(self.model, told)}
        for path, model in self.joined.items():
            parent, _, name = path.rpartition("__")
            if told[path]["pk"] is not None and parent in rows:
                rows[path] = _instance(model, told[path])
                setattr(rows[parent], name, rows[path])
        return rows[""]


class Sheet:
    """One row and its lists; ``ask(user, on=)``: the rows that the user may see, their lists."""

    def __init__(self, ask: Callable[..., tuple[Related, dict[str, Related]]]) -> None:
        self.statement = lru_cache(maxsize=256)(lambda kind: _statement(ask, kind))

    def read(self, code: str, *, user: User, on: date) -> tuple[Any, dict[str, list[Any]]] | None:
        """The row and its lists; None where the user may see no such row."""
        kind = KindOfReader(user, on)
        statement, main, lists = self.statement(kind)
        found = statement.read({CODE: code} | kind.values)
        if not found:
            return None
        told = json.loads(found[0][0])
        return main.row(told["row"]), {name: lists[name].read(told[name]) for name in lists}


def lay_on(row: Any, name: str, rows: list[Any]) -> None:
    """Let ``row.<name>.all()`` answer with these rows, without asking the database."""
    answered = getattr(row, name).all()
    answered._result_cache = rows
    answered._prefetch_done = True
    if not hasattr(row, "_prefetched_objects_cache"):
        row._prefetched_objects_cache = {}
    row._prefetched_objects_cache[name] = answered


def _statement(ask: Callable[..., Any], kind: KindOfReader) -> tuple[Prepared, Any, Any]:
    main, lists = ask(kind.stand_in(), on=kind.on)
    parts = {name: related.expression for name, related in lists.items()}
    rows = main.rows.filter(code=CODE).order_by()
    whole = rows.values_list(JSONObject(row=main.fact, **parts), flat=True)
    marks = {CODE: "text"} | kind.marks
    sql, parameters = whole.query.sql_with_params()
    return Prepared(sql, parameters, marks), main, lists


def _with_parents(paths: Iterable[str]) -> list[str]:
    """settler__user -> settler, settler__user: each after the row it hangs on."""
    found: dict[str, None] = {}
    for path in paths:
        parts = path.split("__")
        found |= {"__".join(parts[: at + 1]): None for at in range(len(parts))}
    return list(found)


def _target(model: type[Model], path: str) -> type[Model]:
    for name in path.split("__"):
        field: Any = model._meta.get_field(name)
        assert isinstance(field, ForeignKey)
        related: Any = field.related_model
        model = related
    return model


def _object(model: type[Model], joined: dict[str, type[Model]]) -> JSONObject:
    columns = {field.attname: field.attname for field in model._meta.concrete_fields}
    objects = {path: _columns_of(path, target) for path, target in joined.items()}
    return JSONObject(**columns, **objects)


def _columns_of(path: str, model: type[Model]) -> JSONObject:
    columns = {field.attname: f"{path}__{field.attname}" for field in model._meta.concrete_fields}
    return JSONObject(pk=f"{path}__pk", **columns)


def _instance(model: type[Model], told: dict[str, Any]) -> Any:
    fields = model._meta.concrete_fields
    return model.from_db(
        "default",
        [field.attname for field in fields],
        [field.to_python(told[field.attname]) for field in fields],
    )
