"""Where a word can stay behind, and in which shapes: a dump, pages of the disk, files, what is
sent and fetched, sessions, the index of search."""

from __future__ import annotations

import base64
import subprocess
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote

import psycopg2
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core import mail
from django.db import connection

from portal.embedded_postgres.cluster import SUPERUSER, Cluster
from portal.management.backup.programs import address, folder_for
from portal.text import fold
from tests.citizens.denunciation.unpacking import contents

Place = tuple[str, bytes]


def shapes_of(word: str) -> set[bytes]:
    """Composed and decomposed; as text, UTF-16, hex, base64 at each offset, escaped for addresses
    and for JSON; without accents, as search keeps it."""
    found: set[bytes] = {fold(word).encode(), as_searched(word)}
    for form in ("NFC", "NFD"):
        text = normalize(form, word)
        plain = text.encode()
        found |= {plain, text.encode("utf-16-le"), text.encode("utf-16-be")}
        found |= {quote(text).encode(), text.encode("unicode_escape").replace(b"\\x", b"\\u00")}
        for raw in (plain, text.encode("utf-16-le")):
            found |= {raw.hex().encode(), *in_base64(raw)}
    return {shape for shape in found if len(shape) > 5}


def as_searched(name: str) -> bytes:
    """The last two words of a name side by side, as the index of search has them."""
    words = fold(name).split()
    return "_".join(words[-2:]).encode() if all(word.isalpha() for word in words) else b""


def in_base64(raw: bytes) -> Iterator[bytes]:
    """The part that stays the same whatever stands before and after."""
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + raw)
        yield coded[-(-before * 4 // 3) if before else 0 :][: len(raw) * 4 // 3 - 4].rstrip(b"=")


class Sweep:
    """Looks for many words at once; tells of each where it was found."""

    def __init__(self, words: Iterable[str]) -> None:
        self.shapes = {shape.lower(): word for word in words for shape in shapes_of(word)}

    def hits(self, content: bytes) -> set[str]:
        small = content.lower()
        return {word for shape, word in self.shapes.items() if shape in small}

    def found(self, places: Iterable[Place]) -> dict[str, set[str]]:
        told: dict[str, set[str]] = {}
        for name, content in places:
            if words := {word for part in contents(content) for word in self.hits(part)}:
                told[name] = told.get(name, set()) | words
        return told


def tables() -> Iterator[Place]:
    """Every row of every table, as a dump writes it: bytea in hex."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT coalesce(string_agg(t::text, chr(10)), '') FROM \"{table}\" t")
            yield table, cursor.fetchone()[0].encode()


def dump() -> Iterator[Place]:
    """What ``pg_dump`` writes of what is saved, a place for each table."""
    program = [folder_for(connection) / "pg_dump", "--data-only", "--inserts"]
    told = connection.settings_dict["NAME"]
    done = subprocess.run(
        [*program, told], env=address(connection), capture_output=True, check=True
    )
    rows: dict[str, list[bytes]] = {}
    table = ""
    for line in done.stdout.split(b"\n"):
        if line.startswith(b"INSERT INTO "):
            table = line.split(b" ", 3)[2].decode()
        rows.setdefault(f"dump of {table}", []).append(line)
    for name, lines in rows.items():
        yield name, b"\n".join(lines)


def sessions() -> Iterator[Place]:
    """As they are read, not as they are packed."""
    for each in Session.objects.all():
        yield "session", repr(each.get_decoded()).encode()


def files(*folders: Path) -> Iterator[Place]:
    """What was uploaded, made, or laid down for a while."""
    for folder in (Path(settings.MEDIA_ROOT), *folders):
        for path in folder.rglob("*"):
            if path.is_file():
                yield str(path.name), path.read_bytes()


def letters() -> Iterator[Place]:
    for each in mail.outbox:
        yield "mail", f"{each.subject}\n{each.body}\n{each.to}".encode()


def data_folder(*, changed_since: float = 0) -> Iterator[Place]:
    """Pages of tables and the write-ahead log, as they lie on the disk of a server of our own.

    ``changed_since``: as the disk has it. The server names its folder by a descriptor of its own,
    which cannot be opened here.
    """
    if not settings.EMBEDDED:
        return
    host = connection.settings_dict["HOST"]
    with closing(psycopg2.connect(host=host, user=SUPERUSER, dbname="postgres")) as superuser:
        superuser.autocommit = True
        superuser.cursor().execute("CHECKPOINT")
    folder = Cluster.at(connection.settings_dict["CLUSTER"]).data
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.stat().st_mtime >= changed_since:
            yield str(path.relative_to(folder)), path.read_bytes()
