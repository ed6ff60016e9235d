"""How often somebody may try: counted in windows, in a table that a crash may empty."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.db import connection

HIT = """
INSERT INTO portal_throttle AS seen (key, began_at, hits)
SELECT key, %(now)s, 1 FROM unnest(%(keys)s) AS key
ON CONFLICT (key) DO UPDATE SET
    began_at = CASE WHEN seen.began_at <= %(now)s - %(length)s::interval
                    THEN %(now)s ELSE seen.began_at END,
    hits = CASE WHEN seen.began_at <= %(now)s - %(length)s::interval THEN 1 ELSE seen.hits + 1 END
RETURNING key, hits
"""
LONGEST_KEY = 200


def allow(key: str, *, limit: int, per_seconds: int, now: datetime) -> bool:
    """Count one more try; False from the one after the limit until the window has passed."""
    return allow_all({key: limit}, per_seconds=per_seconds, now=now)


def allow_all(limits: Mapping[str, int], *, per_seconds: int, now: datetime) -> bool:
    """The same against several limits at once; whoever names the same ones keeps their order."""
    known = {key[:LONGEST_KEY]: limit for key, limit in limits.items()}
    asked: dict[str, Any] = {"keys": list(known), "now": now, "length": f"{per_seconds} seconds"}
    with connection.cursor() as cursor:
        cursor.execute(HIT, asked)
        return all(hits <= known[key] for key, hits in cursor.fetchall())


def forgive(key: str) -> None:
    """After a success the earlier failures no longer count."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM portal_throttle WHERE key = %s", [key[:LONGEST_KEY]])


def forget_before(moment: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM portal_throttle WHERE began_at < %s", [moment])
        return cursor.rowcount
