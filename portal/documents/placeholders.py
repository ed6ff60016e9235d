"""Places in a template that facts are put into: {{người khiếu nại}}.

A name is a few Vietnamese words and nothing else: a template that comes from outside holds no
expression that could be carried out.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from difflib import get_close_matches
from typing import Any

PLACE = re.compile(r"\{\{([^{}]*)\}\}")
NEARLY = re.compile(r"\{\{[^{}]*\}(?!\})|\{\s+\{|\}\s+\}")
BLANK = "……………"


@dataclass(frozen=True)
class Signer:
    """Who is to sign: “KT.” and the office signed for, the own one below it, the name."""

    capacity: str = ""
    title: str = ""
    own_title: str = ""
    name: str = ""


@dataclass(frozen=True)
class Letterhead:
    """What of a document is not of its form: who issues it, where, and who signs."""

    issuer: str
    above: str
    place: str
    symbol: str
    unit: str = ""
    signer: Signer = Signer()


@dataclass(frozen=True)
class About:
    """What is written about, on which day, on whose paper."""

    subject: Any
    on: date
    head: Letterhead


@dataclass(frozen=True)
class Placeholder:
    """``value`` is asked what stands there; nothing: an answer that somebody types."""

    name: str
    meaning: str
    value: Callable[[About], str | None] | None = None
    identifies: bool = False
    """Tells who the sender is: never in a paper of a denunciation."""
    optional: bool = False
    """Where it is empty, its paragraph goes; others leave a dotted line."""

    @property
    def mark(self) -> str:
        return "{{" + self.name + "}}"


KNOWN: dict[str, Placeholder] = {}


def declare(*placeholders: Placeholder) -> None:
    KNOWN.update({each.name: each for each in placeholders})


def name_of(words: str) -> str:
    """However it was typed: composed, in capitals, with several spaces."""
    return " ".join(unicodedata.normalize("NFC", words).lower().split())


def names_in(text: str) -> list[str]:
    return [name_of(found) for found in PLACE.findall(text)]


def values_of(names: Iterable[str], about: About) -> dict[str, str]:
    """What stands in each place: a fact, a bracket to be answered, a dotted line, or nothing."""
    return {name: value_of(KNOWN[name], about) for name in names if name in KNOWN}


def value_of(place: Placeholder, about: About) -> str:
    if place.value is None:
        return f"[{place.name}]"
    return place.value(about) or ("" if place.optional else BLANK)


def put(text: str, values: Mapping[str, str]) -> str:
    """The text with every place filled of which something is known."""
    return PLACE.sub(lambda found: values.get(name_of(found[1]), found[0]), text)


def likely(name: str, among: Iterable[str]) -> str:
    """What somebody may have meant, or nothing."""
    return next(iter(get_close_matches(name, sorted(among), n=1, cutoff=0.7)), "")
