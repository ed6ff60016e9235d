"""Search over all that is public: each room says how it looks for words; nobody else's words count.

A source finds a few rows in one bounded statement and names the list that shows all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import NamedTuple

MOST = 6
SHORTEST, LONGEST = 2, 100


class Hit(NamedTuple):
    title: str
    url: str
    below: str = ""


@dataclass(frozen=True)
class Source:
    """``find(words, at)``: up to ``MOST`` + 1 hits; ``more``: their list, narrowed by ``?q=``."""

    label: str
    find: Callable[[str, datetime], Iterable[Hit]]
    more: str
    narrows: bool = True


SOURCES: list[Source] = []


def findable(source: Source) -> Source:
    """Known once, however often its module is read."""
    if all(each.label != source.label for each in SOURCES):
        SOURCES.append(source)
    return source
