"""The pages of a scanned PDF as pictures, so that a clerk sees the letter beside the questions."""

import subprocess
import sys
from functools import lru_cache
from pathlib import Path
from tempfile import NamedTemporaryFile

from django.core.files.storage import default_storage

from portal.attachments.files import File
from portal.attachments.sniffing import PDF

PROGRAM = Path(__file__).with_name("drawing.py")
PATIENCE = 20  # seconds
MOST_PAGES = 50


def page_count(file: File) -> int:
    """How many pages can be shown; 0 for what is no PDF or cannot be drawn."""
    if file.mime != PDF:
        return 0
    return min(counted(file.path), MOST_PAGES)


@lru_cache(maxsize=512)
def counted(path: str) -> int:
    answer = ask(path)
    return int(answer) if answer.isdigit() else 0


def page(file: File, number: int) -> bytes:
    """One page as PNG; nothing where it cannot be drawn."""
    return ask(file.path, str(number)) if 1 <= number <= page_count(file) else b""


def drawn_pages(content: bytes) -> list[bytes]:
    """All pages of a PDF that the portal has made itself."""
    if not content:
        return []
    with NamedTemporaryFile(suffix=".pdf") as file:
        file.write(content)
        file.flush()
        count = ask_about(file.name)
        numbers = range(1, min(int(count or 0), MOST_PAGES) + 1)
        return [ask_about(file.name, str(number)) for number in numbers]


def ask(path: str, *more: str) -> bytes:
    return ask_about(default_storage.path(path), *more)


def ask_about(path: str, *more: str) -> bytes:
    """The drawing program's answer, or nothing when the file was too much for it."""
    command = [sys.executable, "-I", str(PROGRAM), path, *more]
    try:
        done = subprocess.run(command, capture_output=True, timeout=PATIENCE, check=False, env={})
    except subprocess.TimeoutExpired:
        return b""
    return done.stdout if done.returncode == 0 else b""
