"""Numbered books, one a year: gapless also when two write at once and one of them dies.

A number is taken from a locked counter row in the transaction of the act that needs it, so that
a number whose act never came about was never taken. It is voided, never deleted.
"""

import re
from datetime import date

from django.db import connection, models
from django.db.models import Q

WIDTHS = {"D": 5}
WIDTH = 4
CODE = re.compile(r"(?P<book>[A-ZĐ]{1,12})-(?P<year>(?:19|20)\d\d)-(?P<number>\d{1,9})")

BOOKS: dict[str, str] = {}
"""Books whose numbers may go on after those of a paper book; a book apart is never named here."""

TAKE = """
    WITH taken AS (
        INSERT INTO portal_counter (book, year, last) VALUES (%(book)s, %(year)s, 1)
        ON CONFLICT (book, year) DO UPDATE SET last = portal_counter.last + 1 RETURNING last
    )
    INSERT INTO portal_number (book, year, number, code, stream, voided_by, voided_reason)
    SELECT %(book)s, %(year)s, last,
        concat(%(before)s, lpad(last::text, greatest(%(width)s, length(last::text)), '0')),
        %(stream)s, '', ''
    FROM taken
    RETURNING *
"""
"""Writes the code as ``code_for`` does."""
BLOCK = """
    INSERT INTO portal_counter (book, year, last) VALUES (%s, %s, %s)
    ON CONFLICT (book, year) DO UPDATE SET last = portal_counter.last + excluded.last
    RETURNING last
"""
RAISE = """
    INSERT INTO portal_counter (book, year, last) VALUES (%s, %s, %s)
    ON CONFLICT (book, year)
    DO UPDATE SET last = greatest(portal_counter.last, excluded.last) RETURNING last
"""


class Counter(models.Model):
    """The last number given in a book and year; its row is the lock."""

    book = models.CharField(max_length=12)
    year = models.PositiveSmallIntegerField()
    last = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["book", "year"], name="counter_once")]


class Number(models.Model):
    """Một số trong sổ."""

    book = models.CharField("sổ", max_length=12)
    year = models.PositiveSmallIntegerField("năm")
    number = models.PositiveIntegerField("số")
    code = models.CharField("mã", max_length=40, unique=True)
    stream = models.CharField(max_length=100, blank=True)
    voided_on = models.DateField("hủy ngày", null=True, blank=True)
    voided_by = models.CharField("người hủy", max_length=60, blank=True)
    voided_reason = models.CharField("lý do hủy", max_length=300, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["book", "year", "number"], name="number_once"),
            models.CheckConstraint(
                name="number_voided_with_reason",
                condition=Q(voided_on=None, voided_by="", voided_reason="")
                | (Q(voided_on__isnull=False) & ~Q(voided_by="") & ~Q(voided_reason="")),
            ),
        ]

    def __str__(self) -> str:
        return self.code

    def void(self, *, by: str, on: date, reason: str) -> None:
        """Hủy số: the line stays in the book, crossed out with its reason."""
        self.voided_on, self.voided_by, self.voided_reason = on, by, reason
        self.save(update_fields=["voided_on", "voided_by", "voided_reason"])


class CodeKey(models.Func):
    """Sorts codes by book, year and number, however wide the number has grown."""

    function = "code_key"
    arity = 1
    output_field = models.TextField()


def read_code(text: str) -> str:
    """A number as an address names it; raises ``ValueError``."""
    if not CODE.fullmatch(text):
        raise ValueError(text)
    return text


def open_book(book: str, title: str) -> None:
    """An app names the books that an office has kept on paper before."""
    BOOKS[book] = title


def take_number(book: str, *, on: date, stream: str = "") -> Number:
    """The next number of the book; holds the counter until the caller's transaction ends."""
    refuse_outside_a_transaction()
    how = {"before": f"{book}-{on.year}-", "width": WIDTHS.get(book, WIDTH)}
    (taken,) = Number.objects.raw(TAKE, {"book": book, "year": on.year, "stream": stream, **how})
    return taken


def code_for(book: str, year: int, number: int) -> str:
    return f"{book}-{year}-{number:0{WIDTHS.get(book, WIDTH)}}"


def code_typed(typed: str) -> str:
    """The number as the book writes it (kn-2026-36 is KN-2026-0036), or ''."""
    found = CODE.fullmatch(typed.upper().replace(" ", ""))
    return code_for(found["book"], int(found["year"]), int(found["number"])) if found else ""


def count(statement: str, *values: str | int) -> int:
    refuse_outside_a_transaction()
    with connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0]


def refuse_outside_a_transaction() -> None:
    if not connection.in_atomic_block:
        raise RuntimeError("a number is taken inside the transaction of the act that needs it")


def take_block(book: str, *, year: int, size: int) -> range:
    """So many numbers in a row, for registers that are brought along."""
    last = count(BLOCK, book, year, size)
    return range(last - size + 1, last + 1)


def lock(book: str, *, year: int) -> int:
    """The last number given; the book is held until the caller's transaction ends."""
    return count(RAISE, book, year, 0)


def last_number(book: str, *, year: int) -> int:
    return Counter.objects.filter(book=book, year=year).values_list("last", flat=True).first() or 0


def raise_to(book: str, *, year: int, number: int) -> None:
    """The book goes on after a number given elsewhere."""
    count(RAISE, book, year, number)
