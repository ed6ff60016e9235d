"""What every reader makes of a file: paragraphs and tables in the order in which they stand."""

from __future__ import annotations

from dataclasses import dataclass


class Unreadable(Exception):
    """The file cannot be read, with one Vietnamese sentence that says what to do."""


@dataclass(frozen=True)
class Paragraph:
    """`number` is what a word processor would print before the text."""

    text: str
    number: str = ""
    place: int = 0


@dataclass(frozen=True)
class Cell:
    """`inherited`: the value stands in the cell above, which reaches down over this one.

    `shaded`: it has a colour of its own, as the bars of a table of months have.
    """

    text: str = ""
    inherited: bool = False
    shaded: bool = False


@dataclass(frozen=True)
class Table:
    """Rows of equal reach; a cell over several columns is repeated as an empty one."""

    rows: tuple[tuple[Cell, ...], ...]
    place: int = 0


Block = Paragraph | Table


@dataclass(frozen=True)
class Source:
    """The document's own words; `notices` say what the reader left out."""

    blocks: tuple[Block, ...]
    notices: tuple[str, ...] = ()
