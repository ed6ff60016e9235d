"""./run: one portal of three processes that begin and end together."""

import os
import signal
import socket
import subprocess
import sys
import time
from pathlib import Path
from urllib.request import urlopen

import pytest

from portal.management.serving import FAREWELL, Child

HOME = Path(__file__).resolve().parents[2]
PARTS = ("gunicorn", "db_worker", "timetable")


def free_port() -> int:
    with socket.socket() as door:
        door.bind(("127.0.0.1", 0))
        return door.getsockname()[1]


class Portal:
    def __init__(self, var: Path, port: int, **environment: str) -> None:
        kept = {name: value for name, value in os.environ.items() if "DATABASE" not in name}
        kept.pop("DJANGO_SETTINGS_MODULE", None)
        self.port = port
        self.process = subprocess.Popen(
            [sys.executable, "manage.py", "serve", "--empty"],
            cwd=HOME,
            env=kept
            | {"PORTAL_VAR": str(var), "PORTAL_ADDRESS": f"127.0.0.1:{port}"}
            | environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )

    def until(self, words: str) -> str:
        return next((line for line in self.process.stdout if words in line), "")

    def parts(self) -> dict[str, int]:
        """Process ids by name, of the children that live."""
        path = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children")
        if not path.exists():
            return {}
        lines = {pid: Path(f"/proc/{pid}/cmdline").read_text() for pid in path.read_text().split()}
        return {name: int(pid) for pid, line in lines.items() for name in PARTS if name in line}

    def end(self, number: int) -> int:
        self.process.send_signal(number)
        return self.process.wait(60)


@pytest.fixture(scope="module")
def var(founded, tmp_path_factory):
    place = tmp_path_factory.mktemp("a portal") / "var"
    subprocess.run(["cp", "-a", founded, place], check=True)
    return place


@pytest.fixture
def portal(var):
    running = Portal(var, free_port())
    assert running.until("Cổng đang chạy tại")
    yield running
    if running.process.poll() is None:
        running.end(signal.SIGTERM)
    running.process.stdout.close()


def gone(pid: int) -> bool:
    """On a busy machine a Python that ends takes its own time to put everything away."""
    until = time.monotonic() + 3 * FAREWELL
    while time.monotonic() < until:
        try:
            os.kill(pid, 0)
        except ProcessLookupError:
            return True
        time.sleep(0.1)
    return False


@pytest.mark.parametrize(
    "number", [signal.SIGINT, pytest.param(signal.SIGTERM, marks=pytest.mark.slow)]
)
def test_it_answers_the_administrator_gets_a_link_and_all_end_with_the_first_signal(portal, number):
    assert "/dang-nhap/moi/" in portal.until("/dang-nhap/moi/")
    with urlopen(f"http://127.0.0.1:{portal.port}/suc-khoe/") as answer:
        assert answer.read() == b'{"status": "ok"}'
    parts = portal.parts()
    assert sorted(parts) == sorted(PARTS)
    assert portal.end(number) == 0
    assert all(gone(pid) for pid in parts.values())


@pytest.mark.slow
def test_killing_the_parent_leaves_no_orphans(portal):
    parts = portal.parts()
    portal.end(signal.SIGKILL)
    assert all(gone(pid) for pid in parts.values())


@pytest.mark.slow
def test_all_end_when_the_web_ends(portal):
    parts = portal.parts()
    os.kill(parts["gunicorn"], signal.SIGKILL)
    assert portal.process.wait(20) == 1
    assert all(gone(pid) for pid in parts.values())


@pytest.mark.slow
def test_a_killed_worker_comes_back(portal):
    first = portal.parts()["db_worker"]
    os.kill(first, signal.SIGKILL)
    assert gone(first)
    until = time.monotonic() + 10
    while "db_worker" not in portal.parts() and time.monotonic() < until:
        time.sleep(0.1)
    assert portal.parts()["db_worker"] != first


@pytest.mark.slow
def test_the_first_command_may_be_serve(tmp_path):
    first = Portal(tmp_path / "var", free_port())
    assert "/dang-nhap/moi/" in first.until("/dang-nhap/moi/")
    assert first.end(signal.SIGTERM) == 0
    first.process.stdout.close()


@pytest.mark.slow
def test_behind_a_proxy_that_speaks_tls_it_comes_up_as_well(var):
    behind = Portal(var, free_port(), PORTAL_URL="https://portal.example.vn")
    assert "https://portal.example.vn/" in behind.until("Cổng đang chạy tại")
    assert sorted(behind.parts()) == sorted(PARTS)
    assert behind.end(signal.SIGTERM) == 0
    behind.process.stdout.close()


@pytest.mark.slow
def test_an_address_in_use_is_one_sentence(portal, var):
    command = [sys.executable, "manage.py", "serve", "--empty"]
    given = os.environ | {"PORTAL_VAR": str(var), "PORTAL_ADDRESS": f"127.0.0.1:{portal.port}"}
    given.pop("DJANGO_SETTINGS_MODULE", None)
    given.pop("DATABASE_URL", None)
    refused = subprocess.run(command, cwd=HOME, env=given, capture_output=True, text=True)
    assert refused.returncode == 1
    assert refused.stderr.startswith(f"CommandError: Không mở được địa chỉ 127.0.0.1:{portal.port}")


def test_one_that_dies_at_once_waits_longer_each_time():
    child = Child("worker", [sys.executable, "-c", ""], comes_back=True)
    pauses = []
    for now in (10, 20, 40):
        child.process = None
        child.started, child.due = now, None
        child.look_after(now=now)
        pauses.append(child.pause)
    assert pauses == [2, 4, 8]
