"""The first acts of many new streams at once, for registers that are brought along."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

from django.db import connection

from portal.history.chain import plain
from portal.history.events import DAY_LOCK, Event, Head, hash_of


@dataclass(frozen=True)
class FirstAct:
    """The act with which a stream begins."""

    stream: str
    step: str
    label: str
    by: str
    on: date
    facts: dict[str, Any] = field(default_factory=dict)


def first_events(acts: Iterable[FirstAct], *, at: datetime) -> tuple[list[Event], list[Head]]:
    """Unsaved rows, chained and hashed; whoever writes them does it in one transaction."""
    hold_day_open()
    events = [
        Event(
            stream=act.stream,
            seq=1,
            step=act.step,
            label=act.label,
            by=act.by,
            on=act.on,
            at=at,
            facts=plain(act.facts),
        )
        for act in acts
    ]
    for event in events:
        event.hash = hash_of(event)
    return events, [Head(stream=event.stream, seq=1, hash=event.hash) for event in events]


def hold_day_open() -> None:
    """No daily line is drawn between these acts and their commit."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock_shared(%s, %s)", DAY_LOCK)
