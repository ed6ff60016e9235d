"""Word to PDF by LibreOffice where the office's server has it; where not, nothing is made up."""

from __future__ import annotations

import os
import shutil
import signal
from pathlib import Path
from subprocess import DEVNULL, Popen, TimeoutExpired
from tempfile import TemporaryDirectory

PROGRAMS = ("soffice", "libreoffice")
PATIENCE = 120  # seconds
ARCHIVAL = 'pdf:writer_pdf_Export:{"SelectPdfVersion":{"type":"long","value":"2"}}'


def program() -> str:
    """Where LibreOffice is, or nothing."""
    return next(filter(None, map(shutil.which, PROGRAMS)), "") or ""


def pdf_of(word: bytes) -> bytes:
    """PDF/A-2b; nothing where LibreOffice is absent or could not read the file."""
    (made,) = pdfs_of([word])
    return made


def pdfs_of(words: list[bytes]) -> list[bytes]:
    """Several at once: the program starts once. Each run has a profile of its own."""
    if not words or not program():
        return [b"" for _ in words]
    with TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        here = Path(folder)
        names = [f"{at}.docx" for at in range(len(words))]
        for name, content in zip(names, words, strict=True):
            (here / name).write_bytes(content)
        convert(here, names)
        return [read(here / f"{at}.pdf") for at in range(len(words))]


def convert(here: Path, names: list[str]) -> None:
    running = Popen(
        command(here, names), cwd=here, stdout=DEVNULL, stderr=DEVNULL, start_new_session=True
    )
    try:
        running.wait(PATIENCE)
    except TimeoutExpired:
        os.killpg(running.pid, signal.SIGKILL)  # it starts others, which would go on writing
        running.wait()


def command(here: Path, names: list[str]) -> list[str]:
    profile = f"-env:UserInstallation=file://{here}/profile"
    return [program(), profile, "--headless", "--convert-to", ARCHIVAL, "--outdir", ".", *names]


def read(file: Path) -> bytes:
    return file.read_bytes() if file.exists() else b""
