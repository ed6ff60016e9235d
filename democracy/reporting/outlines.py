"""The outlines of reports: sections, the figures that each names, what it gathers and asks for.

One file an outline, beside this one's folder; another report is another file.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from pathlib import Path

FOLDER = Path(__file__).parent / "outlines"
PERIODS = ("half", "year", "years")


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
    """``period``: half, year, or years of one directive."""

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


@lru_cache
def outlines() -> dict[str, Outline]:
    found = (read(path) for path in sorted(FOLDER.glob("*.toml")))
    return {outline.code: outline for outline in found}


def read(path: Path) -> Outline:
    facts = tomllib.loads(path.read_text("utf-8"))
    sections = tuple(
        Section(**row | {name: tuple(row.get(name, ())) for name in ("figures", "gathers")})
        for row in facts.pop("section")
    )
    outline = Outline(**facts, sections=sections)
    if outline.period not in PERIODS:
        raise ValueError(f"{path.name}: a report is of a half, a year or years")
    return outline
