"""How far long work has come, told while its transaction is open."""

from __future__ import annotations

from typing import Any

from django.db import connection, models


class Progress:
    """Told beside the run's transaction, which others cannot look into."""

    def __init__(self, run: models.Model) -> None:
        self.run = run
        self.line: Any = connection.copy()

    def __enter__(self) -> Progress:
        return self

    def __exit__(self, *problem: object) -> None:
        self.line.close()

    def tell(self, **facts: Any) -> None:
        """Columns of the run, by name."""
        told = ", ".join(f"{name} = %s" for name in facts)
        change = f"UPDATE {self.run._meta.db_table} SET {told} WHERE id = %s"  # noqa: S608
        with self.line.cursor() as cursor:
            cursor.execute(change, [*facts.values(), self.run.pk])
