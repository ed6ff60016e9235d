"""Who has looked at what: one line for a person, a record and a day, written before the answer.

A stream is named as in the register of acts (`don/D-2026-00001`). Here it is erased with time by
nobody: what was seen stays seen.
"""

from __future__ import annotations

from datetime import date, datetime

from django.conf import settings
from django.db import connection, models
from django.utils import timezone

LOOK = """
    INSERT INTO portal_sight (stream, by, "on", at) VALUES (%s, %s, %s, %s)
    ON CONFLICT (stream, by, "on") DO NOTHING
"""
MOST_KNOWN = 20_000
Key = tuple[str, str, date]


class Sight(models.Model):
    """Một lượt xem đầu tiên trong ngày."""

    stream = models.CharField(max_length=100, db_collation="C")
    by = models.CharField(max_length=60)
    on = models.DateField("ngày")
    at = models.DateTimeField("lần đầu lúc")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["stream", "by", "on"], name="sight_once")]
        indexes = [models.Index(fields=["by", "-id"], name="sight_by_person")]

    def __str__(self) -> str:
        return f"{self.by} {self.stream} {self.on:%Y-%m-%d}"


_written: set[Key] = set()


def look(stream: str, *, by: str, at: datetime) -> None:
    """The second look of a day costs nothing."""
    key = (stream, by, timezone.localdate(at))
    if key in _written:
        return
    with connection.cursor() as cursor:
        cursor.execute(LOOK, [*key, at])
    if getattr(settings, "OFFICE_KEPT_SECONDS", 60):
        if len(_written) > MOST_KNOWN:
            _written.clear()
        _written.add(key)
