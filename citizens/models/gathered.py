"""Everything around one row in the row's own query: each relation comes as an array of JSON.

A page about one case needs a dozen small tables. One statement costs the database the same
index probes and saves eleven round trips.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import ForeignKey, Model, QuerySet
from django.db.models.functions import JSONObject

PREFIX = "rows_of_"


class Related:
    """Rows of another table, with the named foreign keys of each laid on it."""

    def __init__(self, rows: QuerySet[Any], *joined: str) -> None:
        self.model = rows.model
        self.joined = {name: _target(self.model, name) for name in joined}
        self.expression = ArraySubquery(rows.values(json=_object(self.model, self.joined)))

    def read(self, json: Iterable[dict[str, Any]]) -> list[Any]:
        return [self._row(each) for each in json or ()]

    def _row(self, values: dict[str, Any]) -> Any:
        row = _instance(self.model, values)
        for name, model in self.joined.items():
            if values[name]["pk"] is not None:
                setattr(row, name, _instance(model, values[name]))
        return row


def gathered(rows: QuerySet[Any], **related: Related) -> QuerySet[Any]:
    """The query with every relation's rows in a column of its own."""
    return rows.annotate(**{PREFIX + name: each.expression for name, each in related.items()})


def lists_on(row: Any, **related: Related) -> dict[str, list[Any]]:
    """The relations' rows of a row that was read through ``gathered``."""
    return {name: each.read(getattr(row, PREFIX + name)) for name, each in related.items()}


def lay_on(row: Any, name: str, rows: list[Any]) -> None:
    """Let ``row.<name>.all()`` answer with these rows, without asking the database."""
    answered = getattr(row, name).all()
    answered._result_cache = rows
    answered._prefetch_done = True
    if not hasattr(row, "_prefetched_objects_cache"):
        row._prefetched_objects_cache = {}
    row._prefetched_objects_cache[name] = answered


def _target(model: type[Model], name: str) -> type[Model]:
    field: Any = model._meta.get_field(name)
    assert isinstance(field, ForeignKey)
    return field.related_model


def _object(model: type[Model], joined: dict[str, type[Model]]) -> JSONObject:
    columns = {field.attname: field.attname for field in model._meta.concrete_fields}
    objects = {name: _columns_of(name, target) for name, target in joined.items()}
    return JSONObject(**columns, **objects)


def _columns_of(name: str, model: type[Model]) -> JSONObject:
    columns = {field.attname: f"{name}__{field.attname}" for field in model._meta.concrete_fields}
    return JSONObject(pk=f"{name}__pk", **columns)


def _instance(model: type[Model], values: dict[str, Any]) -> Any:
    return model.from_db(
        "default",
        [field.attname for field in model._meta.concrete_fields],
        [field.to_python(values[field.attname]) for field in model._meta.concrete_fields],
    )
