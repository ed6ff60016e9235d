"""How often somebody may try: counted in windows, in a table that a crash may empty."""

from datetime import datetime

from django.db import connection

HIT = """
INSERT INTO portal_throttle AS seen (key, began_at, hits) VALUES (%(key)s, %(now)s, 1)
ON CONFLICT (key) DO UPDATE SET
    began_at = CASE WHEN seen.began_at <= %(now)s - %(length)s::interval
                    THEN %(now)s ELSE seen.began_at END,
    hits = CASE WHEN seen.began_at <= %(now)s - %(length)s::interval THEN 1 ELSE seen.hits + 1 END
RETURNING hits
"""
LONGEST_KEY = 200


def allow(key: str, *, limit: int, per_seconds: int, now: datetime) -> bool:
    """Count one more try; False from the one after the limit until the window has passed."""
    with connection.cursor() as cursor:
        cursor.execute(
            HIT, {"key": key[:LONGEST_KEY], "now": now, "length": f"{per_seconds} seconds"}
        )
        return cursor.fetchone()[0] <= limit


def forgive(key: str) -> None:
    """After a success the earlier failures no longer count."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM portal_throttle WHERE key = %s", [key[:LONGEST_KEY]])


def forget_before(moment: datetime) -> int:
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM portal_throttle WHERE began_at < %s", [moment])
        return cursor.rowcount
