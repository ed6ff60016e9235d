"""What a file says: an archive entry by entry, a Word file without its tags, a PDF as it reads."""

from __future__ import annotations

import io
import re
import zlib
from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

import pypdfium2

TAG = re.compile(rb"<[^>]*>")
DEEPEST = 4


def contents(content: bytes, *, depth: int = 0) -> Iterator[bytes]:
    """The bytes as they are, and all that is packed into them."""
    yield content
    if depth == DEEPEST:
        return
    for part in unpacked(content):
        yield from contents(part, depth=depth + 1)


def unpacked(content: bytes) -> Iterator[bytes]:
    if content.startswith(b"PK"):
        yield from entries(content)
    elif content.startswith(b"%PDF"):
        yield read_aloud(content)
    elif content.startswith((b"<?xml", b"<w:")):
        yield TAG.sub(b"", content)  # a name may be cut into several runs
    elif content[:1] == b"\x78":
        try:
            yield zlib.decompress(content)
        except zlib.error:
            return


def entries(content: bytes) -> Iterator[bytes]:
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            for name in archive.namelist():
                yield name.encode()
                yield archive.read(name)
    except BadZipFile:
        return


def read_aloud(content: bytes) -> bytes:
    """The words of a PDF; of what only begins like one, nothing: its bytes are read anyway."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError:
        return b""
    words = [page.get_textpage().get_text_range() for page in document]
    return " ".join(" ".join(words).split()).encode()
