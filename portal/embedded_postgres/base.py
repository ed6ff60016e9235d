"""Django's PostgreSQL engine, which first makes sure that the private server answers."""

import fcntl
import os
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import IO

import psycopg2
from django.db.backends.postgresql.base import DatabaseWrapper as PostgreSQL
from django.db.utils import OperationalError

from .cluster import Cluster

PATIENCE = 25
PAUSE = 0.03
SIGNS_OF_ABSENCE = (
    *("No such file", "refused", "Connection reset", "server closed the connection"),
    *("starting up", "shutting down", "in recovery mode", "not yet accepting"),
)
_users_locks: dict[Path, IO] = {}
_keepers: dict[Path, subprocess.Popen] = {}
_starting = threading.Lock()


class DatabaseWrapper(PostgreSQL):
    """Settings carry CLUSTER (a folder) instead of HOST; nothing starts before it is needed."""

    def __init__(self, settings_dict: dict, alias: str = "default") -> None:
        self.cluster = Cluster.at(
            settings_dict["CLUSTER"], durable=settings_dict.get("DURABLE", True)
        )
        settings_dict["HOST"] = str(self.cluster.sockets)
        super().__init__(settings_dict, alias)

    def get_new_connection(self, conn_params: dict):
        use(self.cluster)
        deadline = time.monotonic() + PATIENCE
        while True:
            try:
                return super().get_new_connection(conn_params)
            except psycopg2.OperationalError as problem:
                if not server_is_absent(problem) or time.monotonic() > deadline:
                    raise
            start_keeper(self.cluster)
            time.sleep(PAUSE)


def server_is_absent(problem: Exception) -> bool:
    """Absent or on its way up or down; a missing database or role is another matter."""
    return any(sign in str(problem) for sign in SIGNS_OF_ABSENCE)


def use(cluster: Cluster) -> None:
    """Say that this process uses the server; the kernel takes it back when the process ends."""
    with _starting:
        if cluster.folder not in _users_locks:
            lock = cluster.open(cluster.users_lock)
            fcntl.flock(lock, fcntl.LOCK_SH)
            _users_locks[cluster.folder] = lock


def start_keeper(cluster: Cluster) -> None:
    with _starting:
        if keeper_is_alive(cluster):
            return
        with cluster.open(cluster.log) as log:
            _keepers[cluster.folder] = subprocess.Popen(
                [sys.executable, "-m", "portal.embedded_postgres.keeper", *arguments(cluster)],
                cwd=Path(__file__).parents[2],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                start_new_session=True,
            )


def keeper_is_alive(cluster: Cluster) -> bool:
    ours = _keepers.get(cluster.folder)
    if ours and ours.poll() is None:
        return True
    if ours and _keepers.pop(cluster.folder).returncode > 0:
        raise OperationalError(f"The embedded database did not start: {last_line(cluster.log)}")
    return is_locked(cluster)


def is_locked(cluster: Cluster) -> bool:
    with cluster.open(cluster.keeper_lock) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
        except BlockingIOError:
            return True
    return False


def last_line(log: Path) -> str:
    lines = log.read_text(errors="replace").strip().splitlines()
    return lines[-1] if lines else f"see {log}"


def arguments(cluster: Cluster) -> list[str]:
    return [os.fspath(cluster.folder), "durable" if cluster.durable else "quick"]
