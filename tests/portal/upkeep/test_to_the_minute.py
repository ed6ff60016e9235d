"""Back to a minute: a base and the WAL since, by the very scripts of docs/deployment/."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

import psycopg2
import pytest

from portal.embedded_postgres.cluster import SUPERUSER, Cluster, binaries

HOME = Path(__file__).resolve().parents[3]
SCRIPTS = HOME / "docs" / "deployment"
NOTE = """
import sys, django
django.setup()
from datetime import date
from django.db import transaction
from portal import history
for name in sys.argv[1:]:
    with transaction.atomic():
        history.record("dien-tap/1", name, by="quantri", on=date(2026, 11, 22))
"""
KNOWN = """
import django
django.setup()
from portal import history
print(*[event.step for event in history.events("dien-tap/1").order_by("seq")])
"""
USER = """
import sys, django
django.setup()
from django.db import connection
connection.ensure_connection()
print("here", flush=True)
sys.stdin.read()
"""
WAIT = 120


def environment(var: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if not name.startswith("DATABASE")}
    return kept | {"DJANGO_SETTINGS_MODULE": "portal.settings", "PORTAL_VAR": str(var)}


def python(var: Path, *arguments: str) -> str:
    command = [sys.executable, *arguments]
    done = subprocess.run(command, cwd=HOME, env=environment(var), capture_output=True, text=True)
    assert done.returncode == 0, done.stderr[-800:]
    return done.stdout


@contextmanager
def somebody_uses(var: Path):
    """The private server lives as long as somebody does."""
    command = [sys.executable, "-c", USER]
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "text": True}
    with subprocess.Popen(command, cwd=HOME, env=environment(var), **pipes) as user:
        assert user.stdout.readline() == "here\n"
        yield
        user.stdin.close()


class Server:
    """The embedded server of one portal, spoken to as its superuser."""

    def __init__(self, var: Path) -> None:
        self.cluster = Cluster.at(var / "postgres")

    def tell(self, *statements: str) -> object:
        told = {"host": str(self.cluster.sockets), "user": SUPERUSER, "dbname": "postgres"}
        connection = psycopg2.connect(**told)
        connection.autocommit = True
        try:
            cursor = connection.cursor()
            for statement in statements:
                cursor.execute(statement)
            return cursor.fetchone()[0] if cursor.description else None
        finally:
            connection.close()

    def keep_wal_in(self, folder: Path) -> None:
        """As postgresql-wal.conf has it, with this folder and without waiting for the minute."""
        text = (SCRIPTS / "postgresql-wal.conf").read_text()
        settings = dict(line.split(" = ", 1) for line in text.splitlines() if " = " in line)
        command = settings["archive_command"].replace("/var/backups/cong-so/wal", str(folder))
        self.tell(
            "ALTER SYSTEM SET archive_mode = on", f"ALTER SYSTEM SET archive_command={command}"
        )
        with (self.cluster.data / "pg_hba.conf").open("a") as rules:
            rules.write("local replication all peer map=portal\n")
        os.kill(int((self.cluster.data / "postmaster.pid").read_text().split()[0]), signal.SIGINT)
        until(lambda: self.tell("SHOW archive_mode") == "on")

    def archive_all(self) -> None:
        last = self.tell("SELECT pg_walfile_name(pg_current_wal_lsn())")
        self.tell("SELECT pg_switch_wal()")
        asked = f"SELECT coalesce(last_archived_wal, '') >= '{last}' FROM pg_stat_archiver"
        until(lambda: self.tell(asked))


def until(true: Callable[[], object]) -> None:
    give_up = time.monotonic() + WAIT
    while time.monotonic() < give_up:
        try:
            if true():
                return
        except psycopg2.OperationalError:
            pass
        time.sleep(0.2)
    raise AssertionError("waited in vain")


def until_it_has_read_its_wal(var: Path) -> None:
    """Until then nobody is let in; each who asks meanwhile keeps the server running."""
    command = [sys.executable, "-c", USER]
    hidden = {"stdin": subprocess.DEVNULL, "capture_output": True}
    until(lambda: not subprocess.run(command, cwd=HOME, env=environment(var), **hidden).returncode)


def script(name: str, *arguments: str, **more: str) -> str:
    path = f"{binaries()}{os.pathsep}{os.environ['PATH']}"
    run = [str(SCRIPTS / name), *arguments]
    done = subprocess.run(
        run, env=os.environ | {"PATH": path} | more, capture_output=True, text=True
    )
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def wal():
    """Where the server's own account may write."""
    folder = Path(tempfile.mkdtemp(prefix="wal-"))
    folder.chmod(0o777)
    yield folder
    subprocess.run(["rm", "-r", str(folder)], check=True)


@pytest.mark.slow
def test_what_was_written_after_the_minute_is_gone_and_the_history_is_whole(tmp_path, wal):
    before, after = tmp_path / "before", tmp_path / "after"
    python(before, "manage.py", "verify_history")
    with somebody_uses(before):
        server = Server(before)
        server.keep_wal_in(wal)
        python(before, "-c", NOTE, "one")
        place = {"PGHOST": str(server.cluster.sockets), "PGUSER": SUPERUSER}
        base = script("base-backup.sh", BASES=str(tmp_path / "nen"), **place)
        python(before, "-c", NOTE, "two", "three")
        time.sleep(1.1)
        minute: datetime = server.tell("SELECT now()")
        time.sleep(1.1)
        python(before, "-c", NOTE, "mistake")
        server.archive_all()
        owner = str(server.cluster.account.uid)
        assert python(before, "-c", KNOWN).split() == ["one", "two", "three", "mistake"]
    (after / "postgres").mkdir(parents=True)
    data = str(after / "postgres" / "data")
    script("restore-to-minute.sh", base, str(wal), minute.isoformat(" "), data, OWNER=owner)
    (after / "postgres").chmod(0o755)
    until_it_has_read_its_wal(after)
    said = python(after, "manage.py", "verify_history")
    assert '"intact": true' in said
    assert python(after, "-c", KNOWN).split() == ["one", "two", "three"]
    python(after, "-c", NOTE, "goes on")


def test_what_is_no_base_is_refused(tmp_path):
    run = [str(SCRIPTS / "restore-to-minute.sh"), str(tmp_path), "/wal", "2026-11-22", "/nowhere"]
    done = subprocess.run(run, capture_output=True, text=True)
    assert (done.returncode, done.stderr) == (1, f"Không phải bản nền: {tmp_path}\n")
