"""The head of a form as rows of cells that span, for the screen and for the workbook alike."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from portal.returns.forms import Column


@dataclass(frozen=True)
class Heading:
    """Words over ``wide`` columns beginning with ``first`` (the first is 0), ``deep`` rows down."""

    words: str
    first: int
    wide: int
    deep: int


def heading_rows(columns: Sequence[Column]) -> list[list[Heading]]:
    """The outermost headings first; a column's own label reaches down to the bottom."""
    depth = max(len(column.above) for column in columns) + 1
    return [list(row_at(level, columns, depth)) for level in range(depth)]


def row_at(level: int, columns: Sequence[Column], depth: int) -> Iterator[Heading]:
    placed = enumerate(columns)
    for key, run in groupby(placed, key=lambda place: cell_key(level, place[1])):
        first, column = (cells := list(run))[0]
        if key is None:
            continue
        if level == len(column.above):
            yield Heading(column.label, first, 1, depth - level)
        else:
            yield Heading(column.above[level], first, len(cells), 1)


def cell_key(level: int, column: Column) -> tuple[str, ...] | None:
    """Columns with one key share a cell; None where a label from above fills the place."""
    if level > len(column.above):
        return None
    if level == len(column.above):
        return (*column.above, str(column.number))
    return column.above[: level + 1]
