"""Kills under load: `python benchmarks/kills.py [KILLS] [WRITERS]`, by default 200 under 8 writers.

Writers take numbers and record acts as the portal does, each act with the receipt of its own key,
and note down only what was acknowledged. Meanwhile writers, database backends and the postmaster
are killed (-9) in turn. Then it is counted: acknowledged and lost, doubled, gaps in the book, and
whether the history is intact. Uses the embedded database of PORTAL_VAR: give it one of its own.
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path
from uuid import uuid4

sys.path.insert(0, str(Path(__file__).parent.parent))
os.environ.setdefault("DJANGO_SETTINGS_MODULE", "portal.settings")

import django

django.setup()

from django.conf import settings
from django.db import Error, InterfaceError, OperationalError, connection, transaction
from django.utils import timezone

from portal.history import record, verify
from portal.management.schema import bring_up_to_date
from portal.once import CLAIM
from portal.registers import Number, take_number

DAY = timezone.localdate()
NOTES = Path(settings.PORTAL_VAR) / "acknowledged"


def act(key: str) -> None:
    """Number, act and receipt in one transaction; a key that is there already was done before."""
    with transaction.atomic():
        with connection.cursor() as cursor:
            cursor.execute(CLAIM, (key, "lan", "/", "", timezone.now()))
            if cursor.rowcount == 0:
                return
        number = take_number("D", on=DAY, stream=key)
        record(f"don/{number.code}", "register", by="lan", on=DAY, facts={"key": key})


def write_until_killed() -> None:
    notes = os.open(NOTES / str(os.getpid()), os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    while True:
        key = str(uuid4())
        while not tried(key):
            time.sleep(0.05)
        os.write(notes, f"{key}\n".encode())


def tried(key: str) -> bool:
    try:
        act(key)
    except (OperationalError, InterfaceError, Error):
        connection.close()
        return False
    return True


def start_writer() -> subprocess.Popen:
    return subprocess.Popen([sys.executable, __file__, "write"])


def postmaster() -> int:
    return int((connection.cluster.data / "postmaster.pid").read_text().split()[0])


def backends() -> list[int]:
    listed = subprocess.run(
        ["ps", "-o", "pid=,args=", "--ppid", str(postmaster())], capture_output=True, text=True
    ).stdout
    return [int(line.split()[0]) for line in listed.splitlines() if "[local]" in line]


def kill_one(writers: list[subprocess.Popen], what: str) -> bool:
    """False where there was nothing to kill just now."""
    try:
        if what == "writer":
            place = random.randrange(len(writers))
            writers[place].kill()
            writers[place].wait()
            writers[place] = start_writer()
        else:
            victim = postmaster() if what == "postmaster" else random.choice(backends())
            os.kill(victim, signal.SIGKILL)
    except (FileNotFoundError, ProcessLookupError, IndexError, ValueError):
        return False
    return True


def kill(times: int, writers: list[subprocess.Popen]) -> dict[str, int]:
    killed = {"writer": 0, "backend": 0, "postmaster": 0}
    while sum(killed.values()) < times:
        time.sleep(random.uniform(0.2, 1.2))
        what = random.choices(list(killed), weights=(2, 2, 1))[0]
        killed[what] += kill_one(writers, what)
        print(f"\r{sum(killed.values())} of {times}", end="", file=sys.stderr)
    return killed


def settled() -> None:
    for _ in range(600):
        try:
            connection.ensure_connection()
            return
        except OperationalError:
            connection.close()
            time.sleep(0.1)


def count() -> dict[str, object]:
    keys = list(Number.objects.filter(book="D").values_list("stream", flat=True))
    numbers = sorted(Number.objects.filter(book="D").values_list("number", flat=True))
    noted = {key for file in NOTES.iterdir() for key in file.read_text().split("\n")[:-1]}
    return {
        "acknowledged": len(noted),
        "lost": len(noted - set(keys)),
        "doubled": len(keys) - len(set(keys)),
        "gaps": (numbers[-1] - len(numbers)) if numbers else 0,
        "history": verify().as_dict(),
    }


def main(kills: int, writing: int) -> None:
    NOTES.mkdir(parents=True, exist_ok=True)
    bring_up_to_date(connection)
    connection.close()
    writers = [start_writer() for _ in range(writing)]
    time.sleep(3)
    killed = kill(kills, writers)
    time.sleep(2)
    for writer in writers:
        writer.kill()
        writer.wait()
    settled()
    print()
    for name, value in {"killed": killed, **count()}.items():
        print(f"{name}: {value}")


if __name__ == "__main__":
    if sys.argv[1:] == ["write"]:
        write_until_killed()
    asked = [int(word) for word in sys.argv[1:]]
    main(*(asked + [200, 8][len(asked) :]))
