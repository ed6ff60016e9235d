"""One portal is three processes that live and end together: web, worker and timetable."""

import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from urllib.error import URLError
from urllib.request import urlopen

from django.conf import settings
from django.core.management.base import CommandError

from portal.embedded_postgres.programs import end_with_parent
from portal.measures import tally

MANAGE = [sys.executable, "manage.py"]
PATIENCE = 60
FAREWELL = 15
LONG_LIFE, LONGEST_PAUSE = 60, 30


@dataclass
class Child:
    """The web's end is the end; the other two come back after a fault of the database."""

    name: str
    command: list[str]
    comes_back: bool
    keep: tuple[int, ...] = ()
    process: subprocess.Popen | None = None
    started: float = 0
    pause: float = 1
    due: float | None = None

    def start(self) -> None:
        self.started, self.due = time.monotonic(), None
        self.process = subprocess.Popen(
            self.command,
            cwd=settings.BASE_DIR,
            pass_fds=self.keep,
            process_group=0,
            preexec_fn=end_with_parent(signal.SIGTERM),
        )

    def is_running(self) -> bool:
        return self.process is not None and self.process.poll() is None

    def look_after(self, *, now: float) -> bool:
        """Start it again, the sooner the longer it lived; False where its end is everybody's."""
        if self.is_running():
            return True
        if not self.comes_back:
            return False
        if self.due is None:
            self.pause = 1 if now - self.started > LONG_LIFE else min(self.pause * 2, LONGEST_PAUSE)
            self.due = now + self.pause
        if now >= self.due:
            self.start()
        return True

    def end(self) -> None:
        if self.process and self.is_running():
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        if self.process is None:
            return
        try:
            self.process.wait(max(seconds, 0.1))
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()


def listen(host: str, port: int) -> socket.socket:
    """Opened here, so that an address in use is one sentence and not a wall of retries."""
    family = socket.AF_INET6 if ":" in host else socket.AF_INET
    door = socket.socket(family, socket.SOCK_STREAM)
    door.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        door.bind((host, port))
        door.listen(256)
    except OSError as problem:
        raise CommandError(f"Không mở được địa chỉ {host}:{port}: {problem.strerror}.") from None
    return door


def children(door: socket.socket) -> list[Child]:
    web = [sys.executable, "-m", "gunicorn", "--bind", f"fd://{door.fileno()}", "portal.wsgi"]
    return [
        Child("web", web, comes_back=False, keep=(door.fileno(),)),
        Child("worker", [*MANAGE, "db_worker", "--no-startup-delay"], comes_back=True),
        Child("timetable", [*MANAGE, "timetable"], comes_back=True),
    ]


def serve(door: socket.socket, *, when_ready: Callable[[], None]) -> None:
    """The web first and alone: the first page is what somebody waits for."""
    tally.forget()
    family = children(door)
    asked = listen_to_signals()
    try:
        family[0].start()
        wait_until_healthy(door, family, asked)
        for child in family[1:]:
            child.start()
        if not asked:
            when_ready()
        watch(family, asked)
    finally:
        end_together(family)


def listen_to_signals() -> list[int]:
    asked: list[int] = []
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, lambda received, frame: asked.append(received))
    return asked


def wait_until_healthy(door: socket.socket, family: list[Child], asked: list[int]) -> None:
    host, port = door.getsockname()[:2]
    everywhere = {"0.0.0.0": "127.0.0.1", "::": "::1"}  # noqa: S104 - only to ask ourselves
    host = everywhere.get(host, host)
    address = f"http://{f'[{host}]' if ':' in host else host}:{port}/suc-khoe/"
    give_up = time.monotonic() + PATIENCE
    while not asked and family[0].is_running() and time.monotonic() < give_up:
        try:
            urlopen(address, timeout=5).close()
            return
        except (URLError, OSError):
            time.sleep(0.1)
    if not asked:
        raise CommandError("Cổng không trả lời ở /suc-khoe/; xem thông báo lỗi ở trên.")


def watch(family: list[Child], asked: list[int]) -> None:
    while not asked:
        time.sleep(0.3)
        for child in family:
            if not child.look_after(now=time.monotonic()):
                raise CommandError(f"Tiến trình {child.name} đã dừng, cả cổng dừng theo.")


def end_together(family: list[Child]) -> None:
    for child in family:
        child.end()
    until = time.monotonic() + FAREWELL
    for child in family:
        child.wait(until - time.monotonic())
