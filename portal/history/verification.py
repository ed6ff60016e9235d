"""Reads the whole register once and says whether it is as it was written."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db import connection, transaction

from portal.history.chain import event_hash, values_hash
from portal.history.days import DailyLine, line_hash, moved
from portal.history.events import Event

CHANGED, MISSING, INSERTED = "changed", "missing", "inserted"

ROWS = """
    SELECT e.stream, e.seq, e.step, e.label, e.by, e.prepared_by, e."on", e.at, e.facts,
           e.values_digest, e.previous, e.hash, h.seq, h.hash, v.salt, v.values
    FROM portal_event e
    LEFT JOIN portal_head h ON h.stream = e.stream
    LEFT JOIN portal_eventvalues v ON v.event_id = e.id
    ORDER BY e.stream, e.seq
"""
EMPTIED = """
    SELECT h.stream FROM portal_head h
    WHERE h.seq > 0 AND NOT EXISTS (SELECT FROM portal_event e WHERE e.stream = h.stream)
    ORDER BY h.stream LIMIT 1
"""


@dataclass(frozen=True)
class Fault:
    stream: str
    seq: int
    what: str


@dataclass(frozen=True)
class Verdict:
    events: int
    fault: Fault | None = None

    @property
    def intact(self) -> bool:
        return self.fault is None

    def as_dict(self) -> dict[str, Any]:
        told: dict[str, Any] = {"events": self.events, "intact": self.intact}
        if self.fault:
            told["at"] = {
                "stream": self.fault.stream,
                "seq": self.fault.seq,
                "what": self.fault.what,
            }
        return told


class Reader:
    """Walks the streams in order and stops at the first row that does not fit."""

    def __init__(self) -> None:
        self.events = 0
        self.stream = ""
        self.seq = 0
        self.hash = ""
        self.head: tuple[int | None, str | None] = (0, "")

    def read(self, row: tuple) -> Fault | None:
        self.events += 1
        if row[0] != self.stream:
            if fault := self.finish():
                return fault
            self.stream, self.seq, self.hash, self.head = row[0], 0, "", row[12:14]
        fault = self.misfit(row)
        self.seq, self.hash = row[1], row[11]
        return fault

    def misfit(self, row: tuple) -> Fault | None:
        seq, previous, hashed = row[1], row[10], row[11]
        if self.head[0] is None or seq > self.head[0]:
            return Fault(self.stream, seq, INSERTED)
        if seq != self.seq + 1:
            return Fault(self.stream, self.seq + 1, MISSING)
        genuine = event_hash(*row[:11]) == hashed
        if previous != self.hash:
            return self.broken_link(seq, genuine=genuine)
        if not genuine or not values_fit(row):
            return Fault(self.stream, seq, CHANGED)
        return None

    def broken_link(self, seq: int, *, genuine: bool) -> Fault:
        """A sound row after one that it does not know: the one before was rewritten."""
        if genuine and seq > 1:
            return Fault(self.stream, seq - 1, CHANGED)
        return Fault(self.stream, seq, INSERTED)

    def finish(self) -> Fault | None:
        """At the end of a stream its head must be the row read last."""
        seq, hashed = self.head
        if seq is not None and seq > self.seq:
            return Fault(self.stream, self.seq + 1, MISSING)
        if hashed != self.hash:
            return Fault(self.stream, self.seq, CHANGED)
        return None


def values_fit(row: tuple) -> bool:
    """Erased values fit; values without a digest were slipped in."""
    salt, values = row[14:16]
    return salt is None or values_hash(salt, values) == row[9]


@transaction.atomic
def verify() -> Verdict:
    """The first fault of the register, or none; a million events pass in a minute."""
    reader = Reader()
    for row in rows():
        if fault := reader.read(row):
            return Verdict(Event.objects.count(), fault)
    return Verdict(reader.events, reader.finish() or emptied_stream() or wrong_day())


def rows() -> Iterator[tuple]:
    """Streamed through a cursor of the server's, so that memory stays flat."""
    connection.ensure_connection()
    with connection.connection.cursor(name="verify_history") as cursor:
        cursor.itersize = 5000
        cursor.execute(ROWS)
        for row in cursor:
            yield (*row[:8], json.loads(row[8]), *row[9:15], row[15] and json.loads(row[15]))


def emptied_stream() -> Fault | None:
    with connection.cursor() as cursor:
        cursor.execute(EMPTIED)
        found = cursor.fetchone()
    return Fault(found[0], 1, MISSING) if found else None


def wrong_day() -> Fault | None:
    """Each line again from the events it closed: a rewritten or shortened stream shows here."""
    start, previous = 0, ""
    for number, line in enumerate(DailyLine.objects.order_by("day"), start=1):
        streams, digest = moved(start, line.last_id)
        told = (line.streams, line.digest, line.previous, line.hash)
        if told != (streams, digest, previous, line_hash(line)):
            return Fault(f"khoa-so/{line.day.isoformat()}", number, CHANGED)
        start, previous = line.last_id, line.hash
    return None
