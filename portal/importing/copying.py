"""Rows into a table as one stream (COPY), in the caller's transaction."""

from __future__ import annotations

import json
import tempfile
from collections.abc import Iterable, Sequence
from typing import Any

from django.db import connection, models
from django.db.models.fields.json import JSONField

IN_MEMORY = 2**23
ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def next_ids(model: type[models.Model], count: int) -> list[int]:
    """So many new primary keys, taken from the table's own sequence."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)",
            [table, count],
        )
        return [row[0] for row in cursor.fetchall()]


def copy_rows(rows: Sequence[models.Model]) -> None:
    """Write unsaved rows of one model, primary keys included."""
    if not rows:
        return
    model = type(rows[0])
    fields = [field for field in model._meta.concrete_fields if not field.generated]
    copy_lines(
        model._meta.db_table,
        [field.column for field in fields],
        ([prepared(field, row) for field in fields] for row in rows),
    )


def prepared(field: Any, row: models.Model) -> Any:
    value = getattr(row, field.attname)
    if isinstance(field, JSONField):
        return field.get_prep_value(value) if value is None else json_text(value)
    return value


def json_text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False)


def copy_lines(table: str, columns: Sequence[str], lines: Iterable[Sequence[Any]]) -> None:
    """The stream goes through a spooled file: the driver reads it in pieces."""
    names = ", ".join(f'"{column}"' for column in columns)
    with tempfile.SpooledTemporaryFile(IN_MEMORY, "w+", encoding="utf-8") as spool:
        for line in lines:
            spool.write("\t".join(map(copied, line)) + "\n")
        spool.seek(0)
        with connection.cursor() as cursor:
            cursor.cursor.copy_expert(f'COPY "{table}" ({names}) FROM STDIN', spool)


def copied(value: Any) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    return str(value).translate(ESCAPES)
