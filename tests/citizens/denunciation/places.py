"""Where a word can stay behind, and in which shapes: tables, files, logs, sessions, mail."""

from __future__ import annotations

import base64
import zlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from unicodedata import normalize
from urllib.parse import quote

from django.conf import settings
from django.core import mail
from django.db import connection


def shapes_of(word: str) -> set[bytes]:
    """Composed and decomposed; as text, UTF-16, hex, base64 at each offset, escaped for addresses
    and for JSON."""
    found: set[bytes] = set()
    for form in ("NFC", "NFD"):
        text = normalize(form, word)
        plain = text.encode()
        found |= {plain, text.encode("utf-16-le"), text.encode("utf-16-be")}
        found |= {quote(text).encode(), text.encode("unicode_escape").replace(b"\\x", b"\\u00")}
        for raw in (plain, text.encode("utf-16-le")):
            found |= {raw.hex().encode(), *in_base64(raw)}
    return {shape for shape in found if len(shape) > 5}


def in_base64(raw: bytes) -> Iterator[bytes]:
    """The part that stays the same whatever stands before and after."""
    for before in range(3):
        coded = base64.b64encode(b"\0" * before + raw)
        yield coded[-(-before * 4 // 3) if before else 0 :][: len(raw) * 4 // 3 - 4].rstrip(b"=")


class Sweep:
    """Looks for many words at once; tells of each where it was found."""

    def __init__(self, words: Iterable[str]) -> None:
        self.shapes = {shape: word for word in words for shape in shapes_of(word)}

    def hits(self, content: bytes) -> set[str]:
        found = {word for shape, word in self.shapes.items() if shape in content}
        small = content.lower()
        return found | {word for shape, word in self.shapes.items() if shape.lower() in small}

    def found(self, places: Iterable[tuple[str, bytes]]) -> dict[str, set[str]]:
        told = ((name, self.hits(content)) for name, content in places)
        return {name: words for name, words in told if words}


def tables() -> Iterator[tuple[str, bytes]]:
    """Every row of every table, as a dump writes it: bytea in hex."""
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f"SELECT coalesce(string_agg(t::text, chr(10)), '') FROM \"{table}\" t")
            yield table, cursor.fetchone()[0].encode()


def files() -> Iterator[tuple[str, bytes]]:
    """What was uploaded or made, unpacked where it is compressed."""
    for path in Path(settings.MEDIA_ROOT).rglob("*"):
        if path.is_file():
            yield str(path.name), path.read_bytes() + opened(path.read_bytes())


def opened(content: bytes) -> bytes:
    try:
        return zlib.decompress(content)
    except zlib.error:
        return b""


def letters() -> Iterator[tuple[str, bytes]]:
    for each in mail.outbox:
        yield "mail", f"{each.subject}\n{each.body}\n{each.to}".encode()


def data_folder() -> Iterator[tuple[str, bytes]]:
    """Pages of tables and the write-ahead log, as they lie on the disk."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SHOW data_directory")
        folder = Path(cursor.fetchone()[0])
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            yield str(path.relative_to(folder)), path.read_bytes()
