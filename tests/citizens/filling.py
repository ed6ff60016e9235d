"""A row of every table that belongs to a record, with a person planted in every declared column."""

from __future__ import annotations

import uuid
from datetime import date
from typing import Any

from django.apps import apps
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import connection, models

from citizens.personal import ERASED, GONE
from portal.attachments import File

CANARY = "OanhBY7"
"""Short: it fits into the number of an identity paper."""
DAY = date(2026, 7, 6)


def plant(roots: dict[str, Any], *, by: Any) -> set[str]:
    """Which “citizens.Petition.title” now hold the canary."""
    planted = set()
    for label, columns in (ERASED | GONE).items():
        model = apps.get_model(label)
        for root, way in columns.ways.items():
            if root in roots:
                row = row_of(model, way, roots[root])
                for name in columns.all:
                    put(row, model._meta.get_field(name), by=by)
                    planted.add(f"{label}.{name}")
    return planted


def row_of(model: Any, way: str, root: Any) -> Any:
    found = model._base_manager.filter(**{way: root.pk}).first()
    if found:
        return found
    first, _, rest = way.partition("__")
    parent = row_of(model._meta.get_field(first).related_model, rest, root) if rest else root
    return made(model, **{first: parent})


def made(model: Any, **given: Any) -> Any:
    needed = [
        field
        for field in model._meta.concrete_fields
        if field.name not in given and not field.null and not field.primary_key
        and not field.has_default() and not field.generated and not field.blank
    ]  # fmt: skip
    return model._base_manager.create(**given | {each.name: some(each) for each in needed})


def some(field: Any) -> Any:
    if isinstance(field, models.ForeignKey):
        target: Any = field.related_model
        if target is File:
            return a_file(None, words="x")
        taken = field.model._base_manager.values(field.name) if field.unique else []
        return target._base_manager.exclude(pk__in=taken).first() or made(target)
    if field.choices:
        return field.flatchoices[0][0]
    kinds = {"DateField": DAY, "IntegerField": 1, "PositiveSmallIntegerField": 1,
             "PositiveIntegerField": 1, "ArrayField": [], "JSONField": {},
             "BinaryField": b"x"}  # fmt: skip
    return kinds.get(type(field).__name__, uuid.uuid4().hex[: field.max_length or 8])


def put(row: Any, field: Any, *, by: Any) -> None:
    """The canary, or a value that is not empty, or a file with the canary in name and bytes."""
    rows = type(row)._base_manager.filter(pk=row.pk)
    if isinstance(field, models.ForeignKey):
        target: Any = field.related_model
        rows.update(**{field.name: a_file(by) if target is File else made(target)})
    elif type(field).__name__ in ("SearchVectorField", "LexemesField"):
        with connection.cursor() as cursor:
            cursor.execute(
                f"UPDATE {row._meta.db_table} SET {field.column} = %s WHERE"
                f" {row._meta.pk.column} = %s",
                [f"'{CANARY}'", row.pk],
            )
    else:
        rows.update(**{field.name: told(field)})


def told(field: Any) -> Any:
    kind = type(field).__name__
    if field.choices:
        return field.flatchoices[0][0]
    if "Integer" in kind:
        return 1950
    if kind == "BooleanField":
        return not field.get_default()
    if kind == "ArrayField":
        return [CANARY]
    if kind == "BinaryField":
        return CANARY.encode()
    return CANARY


def a_file(by: Any, *, words: str = CANARY) -> File:
    path = default_storage.save("x.pdf", ContentFile(f"%PDF {words}".encode()))
    return File.objects.create(
        name=f"{words}.pdf", size=9, path=path, by=by, mime="x", sha256=uuid.uuid4().hex
    )


def left_over() -> list[str]:
    """Tables and stored files that hold the canary: a dump read row by row, bytes as hex too."""
    found, forms = [], [f"%{CANARY}%", f"%{CANARY.encode().hex()}%"]
    with connection.cursor() as cursor:
        cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
        for (table,) in cursor.fetchall():
            cursor.execute(f'SELECT 1 FROM "{table}" t WHERE t::text ILIKE ANY (%s) LIMIT 1',
                           [forms])  # fmt: skip
            found += [table] if cursor.fetchone() else []
    return sorted(found) + [name for name in stored() if CANARY.encode() in read(name)]


def stored() -> list[str]:
    return default_storage.listdir("")[1]


def read(name: str) -> bytes:
    with default_storage.open(name) as file:
        return file.read()
