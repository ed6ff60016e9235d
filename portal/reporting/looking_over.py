"""What a text should not say: dates of another year, or nearly the words of another period."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher

from portal.instruments.citing import DATED, citations
from portal.periods import Period
from portal.text import fold

YEAR = re.compile(
    r"(?<![\d/.-])(?:\d{1,2}\s*[/.-]\s*)?(?:\d{1,2}\s*[/.-]\s*)?((?:19|20)\d\d)(?![\d/])"
)
SPAN = re.compile(
    r"(?:giai đoạn|nhiệm kỳ|các năm)\s+(?:19|20)\d\d(?:\s*[-–,]\s*(?:19|20)\d\d)*", re.IGNORECASE
)
BESIDE = ("so voi", "cung ky", "nam truoc", "den nam", "tu nam", "ke hoach nam", "phuong huong")
SAME = 0.8
FEWEST_LETTERS = 80


def other_years(text: str, *, period: Period) -> list[str]:
    """What the text dates outside the period, as it is written there.

    Numbers and dates of cited documents are no dates of the text; neither is a stretch of years
    that is named, nor a year beside "so với", "cùng kỳ", "đến năm".
    """
    bare = without(text)
    found = [
        match[0].strip()
        for match in YEAR.finditer(bare)
        if not period.start.year <= int(match[1]) <= period.end.year
        if not is_compared(bare, match.start())
    ]
    return list(dict.fromkeys(found))


def without(text: str) -> str:
    """The same text with cited documents and named stretches of years blotted out."""
    for start, end in sorted(cited(text), reverse=True):
        text = text[:start] + " " * (end - start) + text[end:]
    return SPAN.sub(lambda found: " " * len(found[0]), text)


def cited(text: str) -> Iterator[tuple[int, int]]:
    for each in citations(text):
        dated = DATED.match(text, each.end)
        yield each.start, dated.end() if dated else each.end


def is_compared(text: str, at: int) -> bool:
    before = fold(text[max(at - 30, 0) : at])
    return any(words in before for words in BESIDE)


def copied_from(text: str, other: str) -> bool:
    """Nearly the same as the text of another period; a short one always looks alike."""
    one, two = fold(text), fold(other)
    if min(len(one), len(two)) < FEWEST_LETTERS:
        return False
    matcher = SequenceMatcher(None, one, two, autojunk=False)
    quick = matcher.real_quick_ratio() >= SAME and matcher.quick_ratio() >= SAME
    return quick and matcher.ratio() >= SAME
