"""Documents that a text names by number, with their dates where it says them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

NUMBER = (
    r"(?P<number>\d{1,5}(?:/(?:19|20)\d\d)?)\s?(?P<sep>[/-])\s?"
    r"(?P<symbol>(?:QH\d{1,2}|UBTVQH\d{1,2}|[A-ZĐ][A-ZĐa-z]{0,5}\d{0,2}(?=[-/–]))"
    r"(?:\s?[-/–]\s?(?:Ban Chỉ đạo|[A-ZĐƯ][A-ZĐÂĂÊÔƠƯa-zđ&]*\d{0,3}))*)"
)
DAY = (
    r"(?:,?\s*(?:được\s)?(?:ban hành\s"
    r"|ký\s)?ngày\s*(?:(?P<d>\d{1,2})\s*[/.-]\s*(?P<m>\d{1,2})\s*[/.-]\s*"
    r"(?P<y>\d{4})|(?P<d2>\d{1,2})\s*tháng\s*(?P<m2>\d{1,2})\s*năm\s*(?P<y2>\d{4})))?"
)
CITATION = re.compile(rf"(?<![\w/.-]){NUMBER}{DAY}")
NO_DOCUMENT = re.compile(r"(?:giấy phép|điện thoại|tài khoản|mã số)[^.;]{0,80}$", re.I)


@dataclass(frozen=True)
class Citation:
    """141/KH-UBND of 22/4/2022; `on` is None where the text gives no day."""

    number: str
    on: date | None = None
    begin: int = 0
    end: int = 0

    def __str__(self) -> str:
        return f"{self.number} {self.on.isoformat()}" if self.on else self.number


def citations_in(text: str) -> Iterator[Citation]:
    for found in CITATION.finditer(text):
        if not NO_DOCUMENT.search(text[: found.start()]):
            number = f"{found['number']}{found['sep']}{symbol(found['symbol'])}"
            yield Citation(number, day(found), found.start(), found.end())


def symbol(words: str) -> str:
    return re.sub(r"\s?[-–]\s?", "-", re.sub(r"\s?/\s?", "/", words))


def day(found: re.Match[str]) -> date | None:
    parts = [found[name] or found[f"{name}2"] for name in "ymd"]
    if not all(parts):
        return None
    try:
        return date(*(int(part) for part in parts))
    except ValueError:
        return None


def once(citations: Iterable[Citation]) -> list[Citation]:
    """Each document once, with the first day that is said of it."""
    found: dict[str, Citation] = {}
    for citation in citations:
        same = citation.number.casefold()
        before = found.get(same)
        if before is None or (before.on is None and citation.on):
            found[same] = citation
    return list(found.values())


def without_citations(text: str) -> str:
    """Their days are no days of this document's tasks; every other letter keeps its place."""
    return CITATION.sub(lambda found: "\x00" * len(found[0]), text)
