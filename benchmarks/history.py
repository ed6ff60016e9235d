"""How long `verify_history` takes over a million acts: `python benchmarks/history.py [COUNT]`.

Writes into the database of PORTAL_VAR or DATABASE_URL: give it one of its own.
"""

import os
import resource
import sys
import time
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from django.db import transaction

from portal.history import Event, Head, close_day, verify
from portal.history.events import hash_of
from portal.management.schema import bring_up_to_date

PER_STREAM, BATCH = 10, 20_000
START = datetime(2016, 1, 1, tzinfo=UTC)


def stream_of_acts(number: int) -> list[Event]:
    acts: list[Event] = []
    for seq in range(1, PER_STREAM + 1):
        at = START + timedelta(minutes=5 * (number * PER_STREAM + seq))
        act = Event(
            stream=f"vu-viec/KN-{2016 + number % 10}-{number:06}",
            seq=seq,
            step="accept",
            label="Thụ lý để giải quyết",
            by="lan",
            on=at.date(),
            at=at,
            facts={"stage": ["proposed", "accepted"], "unit": "nguoi-co-cong"},
            previous=acts[-1].hash if acts else "",
        )
        act.hash = hash_of(act)
        acts.append(act)
    return acts


@transaction.atomic
def write(numbers: range) -> None:
    acts = [act for number in numbers for act in stream_of_acts(number)]
    Event.objects.bulk_create(acts, batch_size=5_000)
    last = acts[PER_STREAM - 1 :: PER_STREAM]
    heads = [Head(stream=act.stream, seq=act.seq, hash=act.hash) for act in last]
    Head.objects.bulk_create(heads, batch_size=5_000)


def main(count: int) -> None:
    from django.db import connection

    bring_up_to_date(connection)
    streams = count // PER_STREAM
    day = date(2026, 1, 1)
    for first in range(0, streams, BATCH // PER_STREAM):
        write(range(first, min(first + BATCH // PER_STREAM, streams)))
        close_day(day := day + timedelta(days=1))
    started = time.perf_counter()
    verdict = verify()
    seconds = time.perf_counter() - started
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        f"{verdict.events} events, intact: {verdict.intact}, {seconds:.1f} s, {memory} MB at most"
    )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000)
