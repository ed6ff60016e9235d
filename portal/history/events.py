"""One row for each act, written in the transaction of the act itself."""

import secrets
from datetime import date, datetime
from typing import Any

from django.db import connection, models, transaction
from django.utils import timezone

from portal.history.chain import event_hash, plain, values_hash

DAY_LOCK = (7_211, 1)
"""Held shared by whoever records, alone by whoever closes the day."""

LOCK_HEAD = """
    INSERT INTO portal_head (stream, seq, hash) VALUES (%s, 0, '')
    ON CONFLICT (stream) DO UPDATE SET seq = portal_head.seq
    RETURNING seq, hash, pg_advisory_xact_lock_shared(%s, %s) IS NULL
"""

WRITE = """
    WITH head AS (
        UPDATE portal_head SET seq = %(seq)s, hash = %(hash)s WHERE stream = %(stream)s
    )
    INSERT INTO portal_event (
        stream, seq, step, label, by, prepared_by, "on", at, facts, values_digest, previous, hash
    )
    VALUES (
        %(stream)s, %(seq)s, %(step)s, %(label)s, %(by)s, %(prepared_by)s, %(on)s, %(at)s,
        %(facts)s, %(values_digest)s, %(previous)s, %(hash)s
    )
    RETURNING id
"""


class Event(models.Model):
    """Một việc đã làm. Never changed, never removed: the database refuses."""

    stream = models.CharField(max_length=100, db_collation="C")
    seq = models.PositiveIntegerField()
    step = models.CharField(max_length=60)
    label = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=60)
    prepared_by = models.CharField(max_length=60, blank=True)
    on = models.DateField()
    at = models.DateTimeField()
    facts = models.JSONField(default=dict)
    values_digest = models.CharField(max_length=64, blank=True)
    previous = models.CharField(max_length=64, blank=True)
    hash = models.CharField(max_length=64)

    class Meta:
        ordering = ["stream", "seq"]
        constraints = [models.UniqueConstraint(fields=["stream", "seq"], name="event_once")]

    def __str__(self) -> str:
        return f"{self.stream} {self.seq} {self.step}"

    @property
    def values(self) -> dict[str, Any]:
        """The personal part, while it has not been erased."""
        kept = getattr(self, "kept_values", None)
        return kept.values if kept else {}


class EventValues(models.Model):
    """The values that an event changed, apart from it so that they can be erased by law."""

    event = models.OneToOneField(Event, models.PROTECT, related_name="kept_values")
    salt = models.CharField(max_length=32)
    values = models.JSONField()


class Head(models.Model):
    """The last event of a stream; its row is the lock of the stream."""

    stream = models.CharField(max_length=100, primary_key=True, db_collation="C")
    seq = models.PositiveIntegerField()
    hash = models.CharField(max_length=64, blank=True)


def record(
    stream: str,
    step: str,
    *,
    by: str,
    on: date,
    at: datetime | None = None,
    label: str = "",
    facts: dict[str, Any] | None = None,
    values: dict[str, Any] | None = None,
    prepared_by: str = "",
) -> Event:
    """Write the act into its stream; the stream stays locked until the caller's commit."""
    if not connection.in_atomic_block:
        raise RuntimeError("an act is recorded inside its own transaction")
    seq, previous = lock(stream)
    salt, values = secrets.token_hex(16), plain(values or {})
    event = Event(
        stream=stream,
        seq=seq + 1,
        step=step,
        label=label,
        by=by,
        prepared_by=prepared_by,
        on=on,
        at=at or timezone.now(),
        facts=plain(facts or {}),
        values_digest=values_hash(salt, values) if values else "",
        previous=previous,
    )
    event.hash = hash_of(event)
    write(event)
    if values:
        EventValues.objects.create(event=event, salt=salt, values=values)
    return event


def lock(stream: str) -> tuple[int, str]:
    with connection.cursor() as cursor:
        cursor.execute(LOCK_HEAD, [stream, *DAY_LOCK])
        return cursor.fetchone()[:2]


def write(event: Event) -> None:
    """The row and the head of its stream, in one statement."""
    fields = [each for each in Event._meta.concrete_fields if not each.primary_key]
    values = {
        each.attname: each.get_db_prep_save(getattr(event, each.attname), connection)
        for each in fields
    }
    with connection.cursor() as cursor:
        cursor.execute(WRITE, values)
        (event.pk,) = cursor.fetchone()
    event._state.adding = False


def hash_of(event: Event) -> str:
    names = ("stream", "seq", "step", "label", "by", "prepared_by", "on", "at", "facts")
    return event_hash(
        **{name: getattr(event, name) for name in names},
        values_digest=event.values_digest,
        previous=event.previous,
    )


def events(stream: str) -> models.QuerySet[Event]:
    return Event.objects.filter(stream=stream).select_related("kept_values").order_by("seq")


@transaction.atomic
def erase_values(event: Event, *, by: str, on: date, reason: str) -> Event:
    """Remove the personal values of one act; that they were removed is an act too."""
    if not reason:
        raise ValueError("Chưa nhập lý do xóa.")
    EventValues.objects.filter(event=event).delete()
    return record(
        event.stream,
        "erase_values",
        by=by,
        on=on,
        label="Xóa nội dung đã lưu của một bước",
        facts={"seq": event.seq},
        values={"reason": reason},
    )
