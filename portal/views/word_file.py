"""A paper as a Word file to be completed and signed."""

from __future__ import annotations

from collections.abc import Callable
from tempfile import TemporaryFile
from typing import IO

from django.http import FileResponse, HttpResponse

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def word_file(write: Callable[[IO[bytes]], None], *, name: str) -> FileResponse:
    file = TemporaryFile()  # noqa: SIM115  the response closes it
    write(file)
    file.seek(0)
    return FileResponse(file, as_attachment=True, filename=f"{name}.docx", content_type=WORD)


def handed_over(content: bytes, *, name: str) -> HttpResponse:
    """A file of which nothing is kept."""
    headers = {"Content-Disposition": f'attachment; filename="{name}.docx"'}
    return HttpResponse(content, content_type=WORD, headers=headers)
