"""Search over all that is public: each room says how it looks for words; nobody else's words count.

A source finds a few rows in one bounded statement and names the list that shows all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any, NamedTuple

from django.db.models import Case, QuerySet, When

from portal.text import fold

MOST = 6
SHORTEST, LONGEST = 2, 100


def nearest_first(rows: QuerySet[Any], words: str, *order: str) -> QuerySet[Any]:
    """Where the words stand side by side as they were typed; then where all of them stand."""
    together = When(search_text__contains=fold(words), then=0)
    return rows.order_by(Case(together, default=1), *order)


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
