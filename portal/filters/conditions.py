"""What a list can be narrowed by: one of known values, or words to search for."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from portal.periods import stretch_of
from portal.text import clean

LONGEST_QUESTION = 300

Options = Sequence[tuple[str, str]]


class UnknownValue(ValueError):
    """An address asks for something that does not exist: a 400 that says which."""


@dataclass(frozen=True)
class Reader:
    """Who reads the list, and on which day."""

    user: Any
    on: date


@dataclass(frozen=True)
class Choice:
    """One of a list of values. ``any_words`` is the option that filters nothing."""

    name: str
    label: str
    any_words: str
    options: Callable[[], Options]
    narrow: Callable[[QuerySet, str, Reader], QuerySet]
    in_bar: bool = True
    unoffered: Options = ()
    """Values that an address may ask for although the bar does not offer them."""
    when_asked: bool = False
    """In the bar only when the address asks for it."""

    def read(self, typed: str) -> str:
        self.words(typed)
        return typed

    def words(self, value: str) -> str:
        for known, words in (*self.options(), *self.unoffered):
            if known == value:
                return words.strip("– ")
        raise UnknownValue(f"Bộ lọc “{self.label}” không có lựa chọn “{value[:60]}”.")

    def chip(self, value: str) -> str:
        return f"{self.label}: {self.words(value)}"

    def as_control(self, value: str) -> dict[str, Any]:
        """As the filter bar shows it."""
        options = [("", self.any_words), *self.options()]
        return {"name": self.name, "label": self.label, "value": value, "options": options}


def equal_to(column: str) -> Callable[[QuerySet, str, Reader], QuerySet]:
    """How a choice narrows where its values are those of a column."""
    return lambda rows, value, reader: rows.filter(**{column: value})


@dataclass(frozen=True)
class Within:
    """A day of the row inside a period, as a figure of a report asks for it."""

    name: str
    label: str
    column: str
    in_bar: bool = True
    when_asked: bool = True

    def read(self, typed: str) -> str:
        self.words(typed)
        return typed

    def options(self) -> Options:
        """The bar offers none: figures of reports lead here."""
        return ()

    def words(self, value: str) -> str:
        try:
            return stretch_of(value).label
        except ValueError:
            raise UnknownValue(f"Không có kỳ “{value[:60]}”.") from None

    def narrow(self, rows: QuerySet, value: str, reader: Reader) -> QuerySet:
        return rows.filter(**{f"{self.column}__range": stretch_of(value).dates})

    def chip(self, value: str) -> str:
        return f"{self.label}: {self.words(value)}"

    def as_control(self, value: str) -> dict[str, Any]:
        options = [("", "Mọi kỳ"), (value, self.words(value))]
        return {"name": self.name, "label": self.label, "value": value, "options": options}


@dataclass(frozen=True)
class Words:
    """Words to search for. ``slices``: the same hits, newest first, cut where reading can stop."""

    name: str
    label: str
    narrow: Callable[[QuerySet, str, Reader], QuerySet]
    slices: Callable[[QuerySet, str, date | None, bool, Reader], Sequence[QuerySet]]
    in_bar: bool = True
    when_asked: bool = False

    def read(self, typed: str) -> str:
        if len(typed) > LONGEST_QUESTION:
            raise UnknownValue(f"Câu tìm dài quá {LONGEST_QUESTION} chữ.")
        try:
            return clean(typed)
        except ValueError as problem:
            raise UnknownValue(str(problem)) from problem

    def chip(self, value: str) -> str:
        return f"Có chữ “{value}”"

    def as_control(self, value: str) -> dict[str, Any]:
        return {"name": self.name, "label": self.label, "value": value, "options": ()}
