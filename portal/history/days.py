"""The daily line: one hash over every stream that moved, chained to the line before it.

Printed for the paper register, it is the outside anchor: who cuts the end of a stream, or
rewrites one with new hashes, can no longer make the printed line come out.
"""

from datetime import date

from django.db import connection, models, transaction

from portal.history.chain import digest_of
from portal.history.events import DAY_LOCK, Event

MOVED = """
    SELECT count(*), coalesce(encode(sha256(convert_to(string_agg(
        stream || ' ' || seq || ' ' || hash, chr(10) ORDER BY stream), 'UTF8')), 'hex'), '')
    FROM (
        SELECT DISTINCT ON (stream) stream, seq, hash
        FROM portal_event WHERE id > %s AND id <= %s ORDER BY stream, seq DESC
    ) AS moved
"""


class DailyLine(models.Model):
    """Dòng khóa sổ của một ngày."""

    day = models.DateField("ngày", unique=True)
    last_id = models.BigIntegerField()
    streams = models.PositiveIntegerField("số mạch có thay đổi")
    digest = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["day"]

    def __str__(self) -> str:
        return f"{self.day} {self.hash}"


@transaction.atomic
def close_day(day: date) -> DailyLine:
    """Khóa sổ ngày. Waits for acts under way; asked twice, it answers with the same line."""
    wait_for_writers()
    if done := DailyLine.objects.filter(day=day).first():
        return done
    before = DailyLine.objects.order_by("-day").first()
    if before and before.day > day:
        raise ValueError(f"Sổ đã khóa đến ngày {before.day:%d/%m/%Y}.")
    start, previous = (before.last_id, before.hash) if before else (0, "")
    end = Event.objects.aggregate(last=models.Max("id"))["last"] or start
    streams, digest = moved(start, end)
    line = DailyLine(day=day, last_id=end, streams=streams, digest=digest, previous=previous)
    line.hash = line_hash(line)
    line.save(force_insert=True)
    return line


def wait_for_writers() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", DAY_LOCK)


def moved(start: int, end: int) -> tuple[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(MOVED, [start, end])
        return cursor.fetchone()


def line_hash(line: DailyLine) -> str:
    day = line.day.isoformat()
    return digest_of(f"{day}\n{line.last_id}\n{line.streams}\n{line.digest}\n{line.previous}")
