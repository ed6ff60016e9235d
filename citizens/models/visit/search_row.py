"""What search finds of a plain visit: its number, who came, about what."""

from __future__ import annotations

from typing import Any

from portal import search

from .records import VisitSearch


def words_of(visit: Any, names: list[str], numbers: list[str]) -> str:
    """The lexemes of one line of the register."""
    return search.tokens(
        visit.code,
        visit.content,
        visit.id_number,
        visit.phone,
        visit.address,
        *numbers,
        names=[visit.name, *names],
    )


def index(visit: Any) -> None:
    if visit.sealed:
        return
    people = list(visit.representatives.all())
    tokens = words_of(visit, [one.name for one in people], [one.id_number for one in people])
    search.store(VisitSearch, {"visit": visit}, on=visit.received_on, tokens=tokens)


def drop(visit: Any) -> None:
    VisitSearch.objects.filter(visit=visit).delete()
