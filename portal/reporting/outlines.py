"""The outlines of reports: sections, the figures that each names, what it gathers and asks for.

One file an outline in the folder of its programme; another report is another file.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

PERIODS = ("half", "year", "years", "reporting")


@dataclass(frozen=True)
class Room:
    """The reports of a programme: where its outlines lie, the book of their numbers."""

    programme: str
    folder: Path
    book: str


ROOMS: dict[str, Room] = {}


@dataclass(frozen=True)
class Section:
    """``asks``: what only people can say; ``gathers``: names of sources in ``gathering``."""

    code: str
    title: str
    figures: tuple[str, ...] = ()
    gathers: tuple[str, ...] = ()
    asks: str = ""


@dataclass(frozen=True)
class Outline:
    """``period``: half, year, years of one directive; reporting: a month to a year from the 15th.

    ``source``: where the outline stands, or that it is from memory.
    """

    programme: str
    code: str
    name: str
    title: str
    subject: str
    period: str
    recipients: str
    sections: tuple[Section, ...]
    due: str = ""
    """Month and day: the last on which whoever has something to report sends it."""
    due_source: str = ""
    source: str = ""
    appendix: bool = False
    """Whether the figures stand together in a table at the end of the paper."""

    def last_day(self, year: int) -> date | None:
        return date(year, *map(int, self.due.split("-"))) if self.due else None

    @property
    def of_a_directive(self) -> bool:
        return self.period == "years"

    @property
    def figures(self) -> tuple[str, ...]:
        """Each once, in the order of the sections."""
        named = (name for section in self.sections for name in section.figures)
        return tuple(dict.fromkeys(named))

    def section(self, code: str) -> Section | None:
        return next((section for section in self.sections if section.code == code), None)


def opens_room(room: Room) -> Room:
    """Make the reports of a programme known."""
    ROOMS[room.programme] = room
    outlines.cache_clear()
    return room


@lru_cache
def outlines() -> dict[str, Outline]:
    """Of all programmes, by code."""
    found = [
        read(path, programme)
        for programme, room in ROOMS.items()
        for path in sorted(room.folder.glob("*.toml"))
    ]
    return {outline.code: outline for outline in found}


def outlines_of(programme: str) -> list[Outline]:
    return [each for each in outlines().values() if each.programme == programme]


def read(path: Path, programme: str) -> Outline:
    facts = tomllib.loads(path.read_text("utf-8"))
    sections = tuple(
        Section(**row | {name: tuple(row.get(name, ())) for name in ("figures", "gathers")})
        for row in facts.pop("section")
    )
    outline = Outline(programme, **facts, sections=sections)
    if outline.period not in PERIODS:
        raise ValueError(f"{path.name}: a report is of {', '.join(PERIODS)}")
    return outline
