"""Run as a program of its own: a page of a PDF as a grey PNG, or the number of pages.

The reader of PDFs is large and written in C++: whatever a hostile file does to it happens here,
in a process with little memory and time, and ends with it.
"""

import resource
import struct
import sys
import zlib

import pypdfium2

SECONDS, BYTES = 10, 1_500 * 2**20
WIDTH = 1_000
MOST_PIXELS = 12_000_000


def limit() -> None:
    resource.setrlimit(resource.RLIMIT_CPU, (SECONDS, SECONDS))
    resource.setrlimit(resource.RLIMIT_AS, (BYTES, BYTES))
    resource.setrlimit(resource.RLIMIT_FSIZE, (0, 0))


def png(rows: bytes, *, width: int, height: int, stride: int) -> bytes:
    """Eight bits of grey a pixel."""
    lines = (b"\0" + rows[at * stride : at * stride + width] for at in range(height))
    head = struct.pack(">IIBBBBB", width, height, 8, 0, 0, 0, 0)
    parts = ((b"IHDR", head), (b"IDAT", zlib.compress(b"".join(lines), 6)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(chunk(*part) for part in parts)


def chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def drawn(page) -> bytes:
    width, height = page.get_size()
    scale = WIDTH / width
    if width * height * scale * scale > MOST_PIXELS:
        raise ValueError("a page longer than any letter")
    bitmap = page.render(scale=scale, grayscale=True)
    return png(bytes(bitmap.buffer), width=bitmap.width, height=bitmap.height, stride=bitmap.stride)


def main(path: str, number: str = "") -> None:
    with open(path, "rb") as file:
        content = file.read()
    limit()
    document = pypdfium2.PdfDocument(content)
    answer = drawn(document[int(number) - 1]) if number else str(len(document)).encode()
    sys.stdout.buffer.write(answer)


if __name__ == "__main__":
    main(*sys.argv[1:])
