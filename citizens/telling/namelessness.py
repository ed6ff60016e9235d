"""The page of a code names nobody, and whoever found the paper must not learn a name from it.

What an officer writes to a citizen may greet them by name: names and numbers of the people of
the petition are taken out of every text that was typed.
"""

import re
from collections.abc import Iterable, Iterator, Mapping

INSTEAD = "ông/bà"
HIDDEN = "…"
HONORIFIC = r"(?:(?:ông|bà|anh|chị|cô|chú|bác)\s+)"
WITHIN_NUMBERS = r"[\s.\-]*"


def nameless(text: str, people: Iterable[Mapping[str, str]]) -> str:
    for person in people:
        for pattern in called(person["name"]):
            text = re.sub(pattern, INSTEAD, text, flags=re.IGNORECASE)
        for pattern in numbers(person):
            text = re.sub(pattern, HIDDEN, text, flags=re.IGNORECASE)
    return text


def called(name: str) -> Iterator[str]:
    """The whole name, with or without a title; the given name only after a title."""
    words = [re.escape(word) for word in name.split()]
    if not words:
        return
    whole = r"\s+".join(words)
    yield rf"\b{HONORIFIC}?{whole}\b"
    yield rf"\b{HONORIFIC}{words[-1]}\b"


def numbers(person: Mapping[str, str]) -> Iterator[str]:
    """Card and telephone, however their digits are grouped, and the address for letters."""
    for name in ("id_number", "phone"):
        digits = re.sub(r"\D", "", person[name])
        if len(digits) >= 6:
            yield rf"(?<!\d){WITHIN_NUMBERS.join(digits)}(?!\d)"
    if person["email"]:
        yield re.escape(person["email"])
