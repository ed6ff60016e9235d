"""pg_dump and pg_restore of the server's own version, speaking as the owner of the tables."""

import os
import shutil
import subprocess
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import IO

from django.core.management.base import CommandError
from django.db.backends.base.base import BaseDatabaseWrapper

from portal.embedded_postgres.cluster import ClusterError, binaries, major_version

NOT_KEPT = ("django_session",)
"""After a restore everybody signs in again."""
TO_DUMP = (
    "--format=custom",
    "--no-owner",
    "--no-comments",
    "--no-unlogged-table-data",
    *(f"--exclude-table-data={table}" for table in NOT_KEPT),
)
TO_RESTORE = ("--no-owner", "--no-comments", "--exit-on-error", "--single-transaction")


def dump(connection: BaseDatabaseWrapper, *, into: Path, snapshot: str) -> None:
    run(connection, "pg_dump", *TO_DUMP, f"--snapshot={snapshot}", f"--file={into}")


def load(connection: BaseDatabaseWrapper, *, dumped: IO[bytes]) -> None:
    """All or nothing: an interrupted restore leaves the database as empty as it was."""
    run(connection, "pg_restore", *TO_RESTORE, feed=dumped)


def run(
    connection: BaseDatabaseWrapper, name: str, *options: str, feed: IO[bytes] | None = None
) -> None:
    program = folder_for(connection) / name
    process = subprocess.Popen(
        [program, *options, f"--dbname={connection.settings_dict['NAME']}"],
        env=os.environ | address(connection),
        stdin=subprocess.PIPE if feed else subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    if feed and process.stdin:
        pour(feed, process.stdin)
    said = process.communicate()[1].decode(errors="replace").strip()
    if process.returncode:
        raise CommandError(f"{name} không chạy được: {said.splitlines()[0] if said else ''}")


def pour(feed: IO[bytes], into: IO[bytes]) -> None:
    """Where the program has given up, its own message says why."""
    try:
        shutil.copyfileobj(feed, into, 1 << 20)
    except BrokenPipeError:
        return


def address(connection: BaseDatabaseWrapper) -> dict[str, str]:
    """As variables: a password on the command line is read by everybody on the machine."""
    told = connection.get_connection_params()
    names = {"host": "PGHOST", "port": "PGPORT", "user": "PGUSER", "password": "PGPASSWORD"}
    names |= {"sslmode": "PGSSLMODE", "sslrootcert": "PGSSLROOTCERT"}
    return {names[name]: str(told[name]) for name in names if told.get(name)}


def folder_for(connection: BaseDatabaseWrapper) -> Path:
    connection.ensure_connection()
    version = connection.connection.server_version // 10000
    for folder in known_folders(version):
        if (folder / "pg_dump").exists() and major_version(folder / "pg_dump") == version:
            return folder
    raise CommandError(
        f"Máy chủ cơ sở dữ liệu là PostgreSQL {version} nhưng ở đây không có pg_dump {version}:"
        f" cài postgresql-client-{version} hoặc đặt EMBEDDED_PG_BIN."
    )


def known_folders(version: int) -> Iterator[Path]:
    with suppress(ClusterError):
        yield binaries()
    yield Path(f"/usr/lib/postgresql/{version}/bin")
    yield Path(f"/usr/pgsql-{version}/bin")
    if found := shutil.which("pg_dump"):
        yield Path(found).parent
