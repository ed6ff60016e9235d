"""Papers bound into one file for the archive: a list of contents, then every page, numbered.

The result is PDF/A-2b: typst refuses to write anything else. It cannot take pages of another PDF
over into such a file, so that pages come in as pictures.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

import typst

from portal.office import Office
from portal.text import day

LAYOUT = Path(__file__).with_name("binding.typ")
STANDARD: Final = "a-2b"
PNG = b"\x89PNG"


@dataclass(frozen=True)
class Entry:
    """One paper: its pages as pictures (PNG, JPEG), else its words."""

    title: str
    reference: str = ""
    dated_on: date | None = None
    note: str = ""
    pages: Sequence[bytes] = ()
    text: str = ""

    @property
    def sheets(self) -> int:
        return len(self.pages) or 1


@dataclass(frozen=True)
class Volume:
    """``on`` is the day of the list; ``made`` says when and by whom."""

    code: str
    title: str
    office: Office
    on: date
    made: str
    entries: Sequence[Entry] = field(default_factory=tuple)


def bind(volume: Volume) -> bytes:
    with TemporaryDirectory() as folder:
        here = Path(folder)
        entries = [told(entry, at, here) for at, entry in enumerate(volume.entries, 1)]
        layout = here / "binding.typ"
        layout.write_text(LAYOUT.read_text(encoding="utf-8"), encoding="utf-8")
        facts = {
            "code": volume.code,
            "title": volume.title,
            "office": volume.office.name,
            "parent": volume.office.parent_body,
            "on": day(volume.on),
            **{part: getattr(volume.on, part) for part in ("year", "month", "day")},
            "made": volume.made,
            "entries": entries,
        }
        inputs = {"told": json.dumps(facts, ensure_ascii=False)}
        return typst.compile(layout, root=here, sys_inputs=inputs, pdf_standards=[STANDARD])


def told(entry: Entry, number: int, here: Path) -> dict[str, object]:
    files = []
    for at, picture in enumerate(entry.pages):
        kind = "png" if picture.startswith(PNG) else "jpg"
        name = f"{number}-{at}.{kind}"
        (here / name).write_bytes(picture)
        files.append(name)
    return {
        "number": number,
        "title": entry.title,
        "reference": entry.reference,
        "dated": day(entry.dated_on) if entry.dated_on else "",
        "note": entry.note,
        "pages": files,
        "text": entry.text,
    }
