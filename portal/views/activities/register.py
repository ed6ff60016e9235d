"""A register as its pages see it: words, columns, by what it can be narrowed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from portal.filters import Choice, Reader, Tab
from portal.text import number

Narrow = Callable[[QuerySet, str, Reader], QuerySet]


@dataclass(frozen=True)
class Column:
    """Heading, width in the Excel file, and what it says of a row on a day."""

    words: str
    width: int
    says: Callable[[Any, date], Any]
    listed: bool = True
    """In the Excel file alone where it is too long for a list."""


@dataclass(frozen=True)
class Register:
    """One register: its table, its words, its columns beside number, content, unit."""

    model: Any
    noun: str
    title: str
    about: str
    act: str
    columns: tuple[Column, ...]
    date_words: str = "Ngày"
    views: tuple[tuple[str, str], ...] = ()
    seen_as: Narrow | None = None
    by: tuple[Choice, ...] = ()
    beside: tuple[str, ...] = ("unit",)
    fetched: tuple[Any, ...] = ()
    part: str = ""
    """A template with what only this register's page shows."""

    @property
    def path(self) -> str:
        return self.model.path

    @property
    def url(self) -> str:
        return f"/hoat-dong/{self.path}/"

    @property
    def listed(self) -> list[Column]:
        return [column for column in self.columns if column.listed]

    @property
    def tabs(self) -> tuple[Tab, ...]:
        late = ("qua-han",)
        asked = (
            Tab(words, (("xem", name),), tone="late" if name in late else "")
            for name, words in self.views
        )
        return (Tab("Tất cả"), *asked)


def count_of(name: str) -> Callable[[Any, date], Any]:
    """A figure, or nothing where nobody counted."""

    def says(row: Any, on: date) -> str:
        value = getattr(row, name)
        return "" if value is None else number(value)

    return says


def words_of(name: str) -> Callable[[Any, date], Any]:
    return lambda row, on: row.words(name)


def one_of(name: str, label: str, any_words: str, choices: Any, column: str) -> Choice:
    def narrow(rows: QuerySet, value: str, reader: Reader) -> QuerySet:
        return rows.filter(**{column: value})

    return Choice(name, label, any_words, lambda: choices.choices, narrow)
