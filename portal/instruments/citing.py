"""Citations in a text: "Kế hoạch số 141/KH-UBND ngày 22/4/2022" names a row of the register."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from portal.instruments.instruments import Instrument, reference_key

LETTERS = "A-ZĐ"
PART = rf"[{LETTERS}][{LETTERS}a-zđ]*\d*"
STATE = rf"\d{{1,5}}/(?:(?:19|20)\d\d/)?{PART}(?:\s?[-–‑]\s?{PART})*"
PARTY = rf"\d{{1,5}}\s?[-–‑]\s?{PART}/{PART}"
REFERENCE = re.compile(rf"(?<![\w/])(?:{PARTY}|{STATE})(?![\w/])")
DATED = re.compile(
    r"[\s,(]*ngày\s+(?P<day>\d{1,2})(?:\s*[/.-]\s*|\s+tháng\s+)(?P<month>\d{1,2})"
    r"(?:\s*[/.-]\s*|\s+năm\s+)(?P<year>\d{4})"
)
OWN_YEAR = re.compile(r"/((?:19|20)\d\d)/")


@dataclass(frozen=True)
class Citation:
    """Where a text names an instrument: its number and symbol, and the year where it is told."""

    start: int
    end: int
    reference: str
    year: int | None

    @property
    def key(self) -> str:
        return reference_key(self.reference)

    def fits(self, instrument: Instrument) -> bool:
        return instrument.reference_key == self.key and self.year in (None, instrument.year)

    def instruments(self) -> list[Instrument]:
        return [row for row in Instrument.objects.referred_to(self.reference) if self.fits(row)]


def citations(text: str) -> Iterator[Citation]:
    """In the order of the text; "141/KH-UBND ngày 22 tháng 4 năm 2022" is of 2022."""
    for found in REFERENCE.finditer(text):
        dated = DATED.match(text, found.end())
        own = OWN_YEAR.search(found[0])
        year = int(dated["year"]) if dated else int(own[1]) if own else None
        yield Citation(found.start(), found.end(), found[0], year)


def known(texts: Iterable[str], *, among: Iterable[Instrument]) -> Mapping[str, list[Instrument]]:
    """The instruments that these texts name, by number and symbol; ``among`` what may be seen."""
    keys = {citation.key for text in texts for citation in citations(text)}
    rows: dict[str, list[Instrument]] = {}
    for row in getattr(among, "filter", lambda **_: among)(reference_key__in=keys):
        rows.setdefault(row.reference_key, []).append(row)
    return rows
