"""What stands in the database at one moment: each table's rows, the files, the register of acts."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass
from typing import Any

from django.db.backends.base.base import BaseDatabaseWrapper

from portal.management.backup.programs import NOT_KEPT

TABLES = """
    SELECT relname FROM pg_class
    WHERE relkind = 'r' AND relpersistence = 'p' AND relnamespace = 'public'::regnamespace
        AND relname <> ALL(%s)
    ORDER BY relname
"""
ROWS = """
    SELECT '{name}', count(*), coalesce(sum(hashtextextended(row::text, 0)), 0)::text
    FROM "{name}" AS row
"""
"""A sum over all rows: whatever the order in which they come back, each letter counts."""
ONE_MOMENT = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"


@dataclass(frozen=True)
class Contents:
    """``tables``: name → (rows, sum over their contents); ``files``: path → sha256."""

    tables: dict[str, tuple[int, str]]
    files: dict[str, str]
    last_day: str

    @classmethod
    def of(cls, told: dict[str, Any]) -> Contents:
        tables = {name: (rows, total) for name, (rows, total) in told["tables"].items()}
        return cls(tables, told["files"], told["last_day"])

    def as_dict(self) -> dict[str, Any]:
        return asdict(self)

    @property
    def rows(self) -> int:
        return sum(rows for rows, _ in self.tables.values())

    @property
    def events(self) -> int:
        return self.tables["portal_event"][0]

    def differs_from(self, other: Contents) -> list[str]:
        """The tables whose rows are others, those that one of both lacks too."""
        names = self.tables.keys() | other.tables.keys()
        return sorted(name for name in names if self.tables.get(name) != other.tables.get(name))


@contextmanager
def one_moment(connection: BaseDatabaseWrapper) -> Iterator[tuple[str, Contents]]:
    """The name of a snapshot that pg_dump can read too, and what stands in it."""
    beside = connection.copy()
    try:
        with beside.cursor() as cursor:
            cursor.execute(ONE_MOMENT)
            cursor.execute("SELECT pg_export_snapshot()")
            yield cursor.fetchone()[0], read(cursor)
            cursor.execute("ROLLBACK")
    finally:
        beside.close()


def read(cursor: Any) -> Contents:
    cursor.execute(TABLES, [list(NOT_KEPT)])
    names = [name for (name,) in cursor.fetchall()]
    cursor.execute(" UNION ALL ".join(ROWS.format(name=name) for name in names))
    tables = {name: (rows, total) for name, rows, total in cursor.fetchall()}
    cursor.execute("SELECT path, sha256 FROM portal_file ORDER BY path")
    files = dict(cursor.fetchall())
    cursor.execute("SELECT coalesce(max(day)::text, '') FROM portal_dailyline")
    return Contents(tables, files, cursor.fetchone()[0])
