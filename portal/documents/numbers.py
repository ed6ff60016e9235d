"""Sổ văn bản đi: the numbers of signed documents, a book for each kind, issuer and year.

A document takes the next free number when it is issued and never before; numbers that were given
elsewhere are passed over, so that none is given twice.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from itertools import chain, count
from typing import Any

from portal import registers
from portal.office import office
from portal.people import Unit
from portal.text import lower_first

KINDS = {
    "QĐ": "Quyết định",
    "TB": "Thông báo",
    "BC": "Báo cáo",
    "KL": "Kết luận",
    "GM": "Giấy mời",
    "HD": "Hướng dẫn",
    "PC": "Phiếu chuyển",
    "": "Công văn",
}
"""By the letters of Decree 30/2020, Phụ lục III; an official letter has none."""
BARE = re.compile(r"(\d{1,6})/(.+)")
TABLES: list[Any] = []
"""Tables of outgoing documents, each with ``number`` and ``dated_on``."""


@dataclass(frozen=True)
class Book:
    """One kind of documents of one issuer: the office, or a unit with a seal of its own."""

    letters: str
    symbol: str
    unit: int | None = None

    @property
    def name(self) -> str:
        """As registers know it."""
        return f"VB{self.letters or 'CV'}" + (f".{self.unit}" if self.unit else "")

    @property
    def ending(self) -> str:
        """TB-SNV; an official letter has the symbol alone."""
        return f"{self.letters}-{self.symbol}" if self.letters else self.symbol

    def written(self, number: int | str) -> str:
        return f"{number}/{self.ending}"

    def is_kept(self, *, year: int) -> bool:
        """Whether the portal has given numbers of it this year, or was told where it begins."""
        return registers.last_number(self.name, year=year) > 0

    def following(self, *, on: date) -> str:
        """What the next would be at this moment; nobody has it yet."""
        last = registers.last_number(self.name, year=on.year)
        return self.written(self.free_after(last, year=on.year))

    def take(self, *, on: date, stream: str = "") -> str:
        """The next number; who else wants one waits for the end of the caller's transaction."""
        free = self.free_after(self.lock(year=on.year), year=on.year)
        registers.raise_to(self.name, year=on.year, number=free - 1)
        return self.written(registers.take_number(self.name, on=on, stream=stream).number)

    def lock(self, *, year: int) -> int:
        """Until the caller's transaction ends nobody takes or types a number of it."""
        return registers.lock(self.name, year=year)

    def free_after(self, last: int, *, year: int) -> int:
        typed = self.typed_in(year)
        return next(number for number in count(last + 1) if number not in typed)

    def typed_in(self, year: int) -> set[int]:
        """Numbers that documents of the year bear, wherever they came from."""
        alike = {"number__endswith": f"/{self.ending}", "dated_on__year": year}
        words = chain.from_iterable(
            table.objects.filter(**alike).values_list("number", flat=True) for table in TABLES
        )
        found = (BARE.fullmatch(each) for each in words)
        return {int(each[1]) for each in found if each and each[2] == self.ending}


def book_of(letters: str, *, on: date, seal: Unit | None = None) -> Book:
    if seal and seal.symbol:
        return Book(letters, seal.symbol, seal.pk)
    return Book(letters, office(on).symbol)


def books_on(on: date) -> dict[str, tuple[str, Book]]:
    """Every book by its name, with its title: the office's, then those of units with a seal."""
    sealed = Unit.objects.open(as_of=on).exclude(symbol="")
    return {
        book.name: (title_of(book, seal), book)
        for seal in (None, *sealed)
        for book in (book_of(letters, on=on, seal=seal) for letters in KINDS)
    }


def title_of(book: Book, seal: Unit | None) -> str:
    kind = lower_first(KINDS[book.letters])
    return f"Văn bản đi: {kind}" + (f" của {seal.short}" if seal else "")
