"""The numbers of the lines of a register: given ones kept, the others in the order of the file."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from typing import Any

from portal import registers
from portal.registers import CODE, Number

Book = tuple[str, int]


def number_all(items: Iterable[Any], book_of: Callable[[Any], str]) -> list[Number]:
    """Gives each item a ``code``; the highest number given raises its book. The rows to write."""
    given: list[tuple[Book, int, Any]] = []
    waiting: dict[Book, list[Any]] = defaultdict(list)
    for item in items:
        if found := CODE.fullmatch(item.code):
            given.append(((found["book"], int(found["year"])), int(found["number"]), item))
        else:
            waiting[book_of(item), item.received_on.year].append(item)
    raise_books(given)
    return [
        Number(book=book, year=year, number=number, code=item.code, stream=item.stream)
        for (book, year), number, item in (*given, *in_order(waiting))
    ]


def raise_books(given: Iterable[tuple[Book, int, Any]]) -> None:
    highest: dict[Book, int] = defaultdict(int)
    for book, number, _ in given:
        highest[book] = max(highest[book], number)
    for (name, year), number in highest.items():
        registers.raise_to(name, year=year, number=number)


def in_order(waiting: dict[Book, list[Any]]) -> list[tuple[Book, int, Any]]:
    taken = []
    for (book, year), items in sorted(waiting.items()):
        block = registers.take_block(book, year=year, size=len(items))
        for number, item in zip(block, items, strict=True):
            item.code = registers.code_for(book, year, number)
            taken.append(((book, year), number, item))
    return taken
