"""The chapters, read from their files: what each section is about, its pages, its law, its picture.

A chapter is written in the marks that articles know (``portal.publications.rich_text``) and three
lines of its own: ``- Trang: `/don/` ``, ``- Căn cứ: …`` and a picture. That is why no library reads
it: the smallest one that is kept up weighs more than all the chapters together.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from portal.publications.rich_text import from_marks
from portal.text import slug

FOLDER = Path(settings.BASE_DIR, "docs", "huong-dan")
ORDER = (
    *("bat-dau", "tiep-dan", "van-thu", "chuyen-vien", "van-ban", "to-cao", "lanh-dao"),
    *("dan-chu-ke-hoach", "dau-moi-cchc", "luu-giu", "quan-tri", "cong-dan"),
)
TO_CITIZENS = "cong-dan"
"""The one chapter that everybody reads."""

PAGES, LAW, BELOW = "- Trang: ", "- Căn cứ: ", "…"
ADDRESS = re.compile(r"`(/[^`]*)`")
PICTURE = re.compile(r'!\[([^\]]+)\]\(([a-z0-9-]+\.webp) "(\S+) (/\S*)( dòng đầu)?"\)')


@dataclass(frozen=True)
class Picture:
    """A page as somebody sees it; ``first_row``: the page that the first row there leads to."""

    words: str
    name: str
    who: str
    address: str
    first_row: bool


@dataclass(frozen=True)
class Section:
    """What is done in one place."""

    title: str
    pages: tuple[str, ...]
    law: str
    body: SafeString
    pictures: tuple[Picture, ...]

    @property
    def doors(self) -> list[str]:
        """Pages that open without more being known; those below `/trinh/…` are met on the way."""
        return [page for page in self.pages if not page.endswith(BELOW)]

    @property
    def mark(self) -> str:
        return slug(self.title)


@dataclass(frozen=True)
class Chapter:
    """What one kind of reader needs to know."""

    name: str
    title: str
    lead: str
    sections: tuple[Section, ...]


@lru_cache(maxsize=1)
def chapters() -> dict[str, Chapter]:
    return {name: read_chapter(name) for name in ORDER}


def read_chapter(name: str) -> Chapter:
    head, *parts = (FOLDER / f"{name}.md").read_text().split("\n## ")
    title, _, lead = head.removeprefix("# ").partition("\n")
    return Chapter(name, title, lead.strip(), tuple(map(read_section, parts)))


def read_section(text: str) -> Section:
    title, *lines = text.split("\n")
    pages = [line for line in lines if line.startswith(PAGES)]
    laws = [line.removeprefix(LAW) for line in lines if line.startswith(LAW)]
    told = "\n".join(line for line in lines if not line.startswith((PAGES, LAW))).strip()
    return Section(
        title=title,
        pages=tuple(ADDRESS.findall(" ".join(pages))),
        law="; ".join(laws),
        body=drawn(told),
        pictures=tuple(map(picture_of, PICTURE.finditer(told))),
    )


def picture_of(found: re.Match[str]) -> Picture:
    return Picture(found[1], found[2], found[3], found[4], bool(found[5]))


def drawn(text: str) -> SafeString:
    blocks = re.split(r"\n\s*\n", text)
    return mark_safe("\n".join(map(block, blocks)))  # noqa: S308


def block(text: str) -> str:
    if found := PICTURE.fullmatch(text.strip()):
        return format_html(
            '<figure><img src="/huong-dan/anh/{}" alt="{}" loading="lazy" width="960" height="600">'
            "<figcaption>{}</figcaption></figure>",
            *(found[2], found[1], found[1]),
        )
    return from_marks(text)


@lru_cache(maxsize=1)
def places() -> list[tuple[str, str, str]]:
    """(beginning of an address, chapter, mark of its section), the most exact first."""
    found = [
        (page.rstrip(BELOW), chapter.name, section.mark)
        for chapter in chapters().values()
        for section in chapter.sections
        for page in section.pages
    ]
    return sorted(found, key=lambda place: -len(place[0]))


def section_for(path: str) -> tuple[str, str] | None:
    """Chapter and section about the page at this address."""
    return next(((name, mark) for page, name, mark in places() if path.startswith(page)), None)
