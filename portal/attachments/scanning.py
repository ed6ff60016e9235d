"""ClamAV where the office runs it (CLAMD=host:port): the file is streamed to it and judged."""

import socket
import struct

from django.conf import settings
from django.db import OperationalError

CHUNK = 2**16
PATIENCE = 20


def refuse_viruses(content: bytes, name: str) -> None:
    if settings.CLAMD and b"FOUND" in ask(settings.CLAMD, content):
        raise ValueError(f"Tệp “{name}” có vi-rút. Xin kiểm tra máy rồi gửi tệp khác.")


def ask(address: str, content: bytes) -> bytes:
    """A scanner that does not answer is an outage, not a clean file."""
    host, _, port = address.rpartition(":")
    try:
        with socket.create_connection((host, int(port)), timeout=PATIENCE) as scanner:
            scanner.sendall(b"zINSTREAM\0")
            for start in range(0, len(content), CHUNK):
                piece = content[start : start + CHUNK]
                scanner.sendall(struct.pack(">I", len(piece)) + piece)
            scanner.sendall(struct.pack(">I", 0))
            answer = scanner.recv(4096)
    except OSError as problem:
        raise OperationalError("the virus scanner does not answer") from problem
    if not answer:
        raise OperationalError("the virus scanner does not answer")
    return answer
