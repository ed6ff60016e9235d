"""Columns of a list that its reader may take in or leave out."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from portal.people import User


@dataclass(frozen=True)
class Column:
    """``usual``: shown until somebody chooses otherwise."""

    name: str
    words: str
    usual: bool = True


def shown_to(user: User, at: str, offered: Sequence[Column]) -> frozenset[str]:
    """The names of the columns that this reader wants to see in the list there."""
    chosen = user.list_columns.get(at) if offered else None
    if chosen is None:
        return frozenset(column.name for column in offered if column.usual)
    return frozenset(chosen)


def choose(user: User, at: str, names: Iterable[str]) -> None:
    user.list_columns[at] = sorted(names)
    user.save(update_fields=["list_columns"])
