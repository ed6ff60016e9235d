"""The office's own headings: which column each stands for, asked once and remembered."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date

from django.db import models

from portal.importing.cells import Cell, Unreadable
from portal.importing.sheets import Sheet
from portal.importing.tables import Column, Register
from portal.people import User
from portal.text import fold

LOOKED_AT = 12
"""Lines among which the headings are looked for: above them stand the office and the title."""
MOST_NAMED = 12
"""So many answers a sentence lists; of more it says where the list is."""


class HeadingMap(models.Model):
    """Tên cột của cơ quan: what one heading means in one register."""

    kind = models.CharField(max_length=30)
    key = models.CharField(max_length=200)
    heading = models.CharField("tên cột trong tệp", max_length=200)
    column = models.CharField("cột của sổ", max_length=60, blank=True)
    """Empty: the column is left out."""
    by = models.ForeignKey(User, models.PROTECT, related_name="+")
    on = models.DateField()

    class Meta:
        ordering = ["heading"]
        constraints = [
            models.UniqueConstraint(fields=["kind", "key"], name="heading_means_one_column"),
        ]

    def __str__(self) -> str:
        return self.heading

    @classmethod
    def known(cls, kind: str) -> dict[str, str]:
        return dict(cls.objects.filter(kind=kind).values_list("key", "column"))

    @classmethod
    def remember(cls, kind: str, meant: Mapping[str, str], *, by: User, on: date) -> None:
        """``meant``: heading -> name of the column, or nothing."""
        for heading, column in meant.items():
            cls.objects.update_or_create(
                kind=kind,
                key=key_of(heading),
                defaults={"heading": heading[:200], "column": column, "by": by, "on": on},
            )


def key_of(heading: str) -> str:
    """What two spellings of one heading share."""
    return fold(heading.replace("*", " "))[:200]


@dataclass(frozen=True)
class Headings:
    """The headings of one sheet as one register reads them."""

    register: Register
    found: list[str]
    meant: list[str | None]
    """The column's name; empty: left out; None: nobody has said."""

    @classmethod
    def read(cls, register: Register, sheet: Sheet) -> tuple[Headings, Sheet]:
        """The headings, and the sheet below them without the sentences of the form."""
        known = names_of(register) | HeadingMap.known(register.kind)
        lines = [(0, sheet.headings), *sheet.rows]
        at = line_of_headings([cells for _, cells in lines[:LOOKED_AT]], known)
        found = [" ".join(cell.split()) for cell in lines[at][1]]
        meant = [known.get(key_of(each)) if each else "" for each in found]
        headings = cls(register, found, meant)
        below = [line for line in lines[at + 1 :] if not headings.are_sentences(line[1])]
        return headings, Sheet(found, below)

    @property
    def unknown(self) -> list[str]:
        return [each for each, name in zip(self.found, self.meant, strict=True) if name is None]

    @property
    def missing(self) -> list[Column]:
        return [each for each in self.register.columns if each.needed and each.name not in
                self.meant]  # fmt: skip

    @property
    def twice(self) -> list[str]:
        """Labels of the columns that more than one heading stands for."""
        labels = {column.name: column.label for column in self.register.columns}
        named = [name for name in self.meant if name]
        return sorted({labels[name] for name in named if named.count(name) > 1})

    def are_sentences(self, cells: list[str]) -> bool:
        """The line below the headings of our own form, which says what each column holds."""
        hints = {column.name: column.hint for column in self.register.columns}
        said = [
            hints.get(name or "") == cell
            for name, cell in zip(self.meant, cells, strict=False)
            if name and cell.strip()
        ]
        return bool(said) and all(said)

    def apply(self, sheet: Sheet) -> Sheet:
        """The same rows under the names that the register knows."""
        return Sheet([name or "" for name in self.meant], sheet.rows)

    def letter(self, name: str) -> str:
        """Of the column in the workbook: C."""
        return letter_of(self.meant.index(name)) if name in self.meant else ""


def names_of(register: Register) -> dict[str, str]:
    labels = {key_of(column.label): column.name for column in register.columns if column.label}
    return labels | {key_of(column.name): column.name for column in register.columns}


def line_of_headings(lines: list[list[str]], known: Mapping[str, str]) -> int:
    """The line that names most columns; where none is known, the first that is as wide as any."""
    named = [sum(key_of(cell) in known for cell in cells) for cells in lines]
    if max(named) > 1:
        return named.index(max(named))
    filled = [sum(bool(cell.strip()) for cell in cells) for cells in lines]
    return next(at for at, count in enumerate(filled) if count * 2 > max(filled))


def letter_of(place: int) -> str:
    letters, place = "", place + 1
    while place:
        place, rest = divmod(place - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


def in_words(register: Register) -> Register:
    """The same register for whoever chooses words from a list instead of typing codes."""
    columns = (
        replace(each, read=chosen(each.options, each.read)) if each.options else each
        for each in register.columns
    )
    return replace(register, columns=tuple(columns))


def chosen(options: Mapping[str, str], read: Cell) -> Cell:
    """The words of the list, however they are cased or accented, or the code itself."""
    codes = {fold(code): code for code in options.values()}
    codes |= {fold(words): code for words, code in options.items()}

    def answer(typed: str) -> object:
        words = fold(typed)
        if words and words not in codes:
            raise Unreadable(f"Chọn một trong: {listed(options)}.")
        return read(codes.get(words, ""))

    return answer


def listed(words: Iterable[str]) -> str:
    shown = list(words)
    return "; ".join(shown) if len(shown) <= MOST_NAMED else "các giá trị ở trang Danh mục của mẫu"
