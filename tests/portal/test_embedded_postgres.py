"""The private server: nothing before it is needed, nothing left behind, back after every fault."""

import json
import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from portal.embedded_postgres.cluster import Cluster

HOME = Path(__file__).resolve().parents[2]
ASK = """
import json, sys
from django.db import connection
for sql in sys.stdin:
    try:
        with connection.cursor() as cursor:
            cursor.execute(sql)
            answer = cursor.fetchone()[0] if cursor.description else "done"
    except Exception as problem:
        answer = f"{type(problem).__name__}: {problem}"
        connection.close()
    print(json.dumps(answer), flush=True)
"""


class Guest:
    """A process of its own that talks to the private server below one data folder."""

    def __init__(self, var: Path, **environment: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, "-c", ASK],
            cwd=HOME,
            env=environment_for(var) | environment,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )

    def __enter__(self) -> "Guest":
        return self

    def __exit__(self, *problem: object) -> None:
        self.process.communicate()

    def ask(self, sql: str):
        self.post(sql)
        return self.answer()

    def post(self, sql: str) -> None:
        self.process.stdin.write(sql + "\n")
        self.process.stdin.flush()

    def answer(self):
        return json.loads(self.process.stdout.readline())


def environment_for(var: Path) -> dict[str, str]:
    kept = {name: value for name, value in os.environ.items() if name != "DATABASE_URL"}
    return kept | {"DJANGO_SETTINGS_MODULE": "portal.settings", "PORTAL_VAR": str(var)}


def postmaster(var: Path) -> int | None:
    """Its process id, while it lives."""
    try:
        pid = int((var / "postgres/data/postmaster.pid").read_text().split()[0])
        os.kill(pid, 0)
    except (FileNotFoundError, ProcessLookupError, IndexError):
        return None
    return pid


def keeper_of(pid: int) -> int:
    return int(Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()[1])


def soon(condition, *, seconds: float = 30) -> bool:
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if condition():
            return True
        time.sleep(0.05)
    return False


@pytest.fixture(scope="module")
def var(tmp_path_factory):
    """Spaces, Vietnamese letters and a path longer than a socket may have."""
    return tmp_path_factory.mktemp("dữ liệu của cổng") / ("một thư mục rất dài " * 5).strip()


def test_help_starts_nothing(tmp_path):
    command = [sys.executable, "manage.py", "migrate", "--help"]
    subprocess.run(
        command, cwd=HOME, env=environment_for(tmp_path), check=True, capture_output=True
    )
    assert not (tmp_path / "postgres").exists()


def test_first_question_makes_the_cluster_under_an_awkward_path(var):
    with Guest(var) as guest:
        assert guest.ask("SELECT 1") == 1


def test_server_ends_with_its_last_user(var):
    with Guest(var) as first, Guest(var) as second:
        first.ask("SELECT 1")
        second.ask("SELECT 1")
        first.process.communicate()
        assert second.ask("SELECT 2") == 2
    assert soon(lambda: postmaster(var) is None)


def test_server_ends_even_when_its_last_user_is_killed(var):
    with Guest(var) as guest:
        guest.ask("SELECT 1")
        guest.process.kill()
    assert soon(lambda: postmaster(var) is None)


def test_killed_server_comes_back_by_itself(var):
    with Guest(var) as guest:
        guest.ask("SELECT 1")
        os.kill(postmaster(var), signal.SIGKILL)
        assert soon(lambda: guest.ask("SELECT 2") == 2)


def test_killed_keeper_takes_the_server_along_and_both_come_back(var):
    with Guest(var) as guest:
        guest.ask("SELECT 1")
        first = postmaster(var)
        os.kill(keeper_of(first), signal.SIGKILL)
        assert soon(lambda: postmaster(var) != first)
        assert soon(lambda: guest.ask("SELECT 2") == 2)


def test_one_who_comes_while_the_server_stops_waits_for_the_next(var):
    for number in range(3):
        with Guest(var) as guest:
            assert guest.ask(f"SELECT {number}") == number


def test_eight_processes_on_a_fresh_folder_share_one_server(tmp_path):
    guests = [Guest(tmp_path) for _ in range(8)]
    for guest in guests:
        guest.post("SELECT 1")
    assert [guest.answer() for guest in guests] == [1] * 8
    for guest in guests:
        guest.process.communicate()
    assert soon(lambda: postmaster(tmp_path) is None)


def test_portal_serves_with_a_role_that_owns_nothing(var):
    with Guest(var) as guest:
        assert guest.ask("SELECT current_user::text") == "portal"
        assert "permission denied" in guest.ask("CREATE TABLE mine (id int)")


def test_no_role_of_the_portal_is_superuser(var):
    with Guest(var) as guest:
        answer = guest.ask(
            "SELECT count(*) FROM pg_roles WHERE rolsuper AND rolname LIKE 'portal%'"
        )
    assert answer == 0


def test_nobody_else_can_look_into_data_or_socket(var):
    with Guest(var) as guest:
        guest.ask("SELECT 1")
        cluster = Cluster.at(var / "postgres")
        assert [path.stat().st_mode & 0o077 for path in (cluster.data, cluster.sockets)] == [0, 0]


def test_binaries_of_another_version_are_refused_in_one_sentence(tmp_path):
    (tmp_path / "postgres/data").mkdir(parents=True)
    (tmp_path / "postgres/data/PG_VERSION").write_text("12\n")
    with Guest(tmp_path) as guest:
        assert "was made by PostgreSQL 12" in guest.ask("SELECT 1")


def test_driver_is_psycopg2():
    """Django would silently prefer psycopg 3, should a package drag it in."""
    assert connection.Database.__name__ == "psycopg2"


@pytest.mark.slow
@pytest.mark.django_db
def test_tests_meet_the_database_as_the_run_time_role():
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_user, session_user")
        assert cursor.fetchone() == (settings.RUN_TIME_ROLE, settings.OWNER_ROLE)
