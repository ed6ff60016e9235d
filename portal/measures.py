"""How many requests each route answered: counted by every process, read by the monitor as one.

A process writes what it counted beside the others' (``PORTAL_VAR/measures``), so that any of them
can answer for all; a route is a pattern, never an address.
"""

import json
import os
import threading
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path
from time import monotonic

from django.conf import settings

PAUSE = 2.0
UNKNOWN = "none"
Counted = tuple[str, str, int]
"""Route, method, status."""


class Tally:
    """What one process counted; another process of the same number goes on where it ended."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.lock = threading.Lock()
        self.process = 0
        self.requests: Counter[Counted] = Counter()
        self.seconds: Counter[Counted] = Counter()
        self.written = 0.0

    def count(self, route: str | None, *, method: str, status: int, seconds: float) -> None:
        key = (route if route is not None else UNKNOWN, method, status)
        with self.lock:
            self.begin_after_a_fork()
            self.requests[key] += 1
            self.seconds[key] += seconds  # type: ignore[assignment]
            if monotonic() - self.written > PAUSE:
                self.write()

    def begin_after_a_fork(self) -> None:
        if self.process != os.getpid():
            self.process, self.written = os.getpid(), 0.0
            self.requests, self.seconds = read([self.path])

    @property
    def path(self) -> Path:
        return self.folder / f"{self.process}.json"

    def write(self) -> None:
        """A full disk stops no request."""
        self.written = monotonic()
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            new = self.path.with_suffix(".new")
            new.write_text(json.dumps([[*key, n, self.seconds[key]] for key, n in self.rows()]))
            new.rename(self.path)

    def rows(self) -> Iterable[tuple[Counted, int]]:
        return self.requests.items()

    def of_all(self) -> tuple[Counter[Counted], Counter[Counted]]:
        with self.lock:
            if self.process == os.getpid():
                self.write()
        return read(sorted(self.folder.glob("*.json")))

    def forget(self) -> None:
        """When the portal starts: a monitor knows how to read a counter that began again."""
        for path in self.folder.glob("*"):
            path.unlink(missing_ok=True)


def read(paths: Iterable[Path]) -> tuple[Counter[Counted], Counter[Counted]]:
    requests: Counter[Counted] = Counter()
    seconds: Counter[Counted] = Counter()
    for path in paths:
        with suppress(OSError, ValueError):
            for route, method, status, number, took in json.loads(path.read_text()):
                requests[route, method, status] += number
                seconds[route, method, status] += took
    return requests, seconds


tally = Tally(settings.PORTAL_VAR / "measures")
