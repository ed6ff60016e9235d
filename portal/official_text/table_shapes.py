"""What the columns of a table are, and its rows without headings and totals."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from portal.official_text.blocks import Cell, Table
from portal.official_text.table_marks import Marks, marks_of
from portal.official_text.wording import COLUMNS, NOT_OF_TASKS

HEADING_ROWS = 4
NUMBERED = re.compile(r"^\(?\d{1,2}\)?$")
PLACE = re.compile(r"^(?:\d{1,3}(?:\.\d{1,2})*|[IVX]+|[A-Ha-h])$")
SHAPES = tuple((name, re.compile(words, re.I)) for name, words in COLUMNS)
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Columns:
    """Which column says what, and how many rows the heading takes."""

    places: dict[str, int]
    heading: int
    words: tuple[str, ...]
    marks: Marks | None = None

    def cell(self, row: Row, name: str) -> Cell:
        place = self.places.get(name)
        return row[place] if place is not None and place < len(row) else Cell()


def columns_of(table: Table) -> Columns | None:
    """None for a table that holds no tasks: a letterhead, a list of people, a budget."""
    marks = marks_of(table.rows)
    return columns_in_words(table) if marks is None else columns_of_periods(table, marks)


def columns_of_periods(table: Table, marks: Marks) -> Columns | None:
    """A time line: whose work, then a column for each month, quarter or week."""
    words = heading_words(table.rows[: marks.heading])
    others = tuple("" if place in marks.periods else text for place, text in enumerate(words))
    places = places_of(others)
    if "content" not in places or NOT_OF_TASKS.search(" ".join(others)):
        return None
    if not marks.counts(table.rows[marks.heading :]):
        return Columns(places, marks.heading, words, marks)
    return Columns(places, marks.heading, words) if "time" in places else None


def columns_in_words(table: Table) -> Columns | None:
    for heading in range(1, min(HEADING_ROWS, len(table.rows)) + 1):
        words = heading_words(table.rows[:heading])
        places = places_of(words)
        if NOT_OF_TASKS.search(" ".join(words)):
            return None
        if "content" in places and ("time" in places or "lead" in places) and len(words) > 2:
            taller = heading_rows(table, heading, words)
            words = heading_words(table.rows[:taller])
            return Columns(places_of(words), taller, words)
    return None


def heading_rows(table: Table, heading: int, words: tuple[str, ...]) -> int:
    """A second heading row splits a column of the first: thời gian -> bắt đầu, hoàn thành."""
    while heading < min(HEADING_ROWS, len(table.rows)):
        row = table.rows[heading]
        first = row[0].text.strip()
        filled = [cell for cell in row if cell.text and not cell.inherited]
        is_split = (
            (row[0].inherited or not first)
            and filled
            and all(len(cell.text) < 25 for cell in filled)
            and any(cell.inherited for cell in row)
        )
        if not is_split:
            return heading
        heading += 1
    return heading


def heading_words(rows: tuple[Row, ...]) -> tuple[str, ...]:
    width = max(len(row) for row in rows)
    columns = []
    for place in range(width):
        texts = [row[place].text for row in rows if place < len(row) and not row[place].inherited]
        columns.append(" ".join(" ".join(texts).split()).lower())
    return tuple(columns)


def places_of(words: tuple[str, ...]) -> dict[str, int]:
    """Each name once: the first column that bears it."""
    places: dict[str, int] = {}
    for place, text in enumerate(words):
        name = name_of(text)
        if name and name not in places and len(text) < 80:
            places[name] = place
    return places


def name_of(heading: str) -> str | None:
    return next((name for name, shape in SHAPES if shape.search(heading)), None)


def continues(above: Table, table: Table) -> bool:
    """A page or a remark has cut a table in two: the second half has no heading of its own."""
    columns, first = columns_of(above), table.rows[0]
    if columns is None or not 3 <= len(first) <= len(columns.words):
        return False
    numbers = [row[0].text.strip().rstrip(".") for row in table.rows]
    return all(PLACE.match(number) for number in numbers if number) and any(numbers)


def under_heading(above: Table, table: Table) -> Table:
    columns = columns_of(above)
    heading = above.rows[: columns.heading] if columns else ()
    return replace(table, rows=(*heading, *table.rows))


def body_rows(table: Table, columns: Columns) -> Iterator[tuple[int, Row]]:
    """Rows below the heading, without its repetitions and the line that counts the columns."""
    heading = {heading_words((row,)) for row in table.rows[: columns.heading]}
    for place, row in enumerate(table.rows):
        if place < columns.heading or heading_words((row,)) in heading:
            continue
        texts = [cell.text.strip() for cell in row]
        filled = [text for text in texts if text]
        if filled and not (len(filled) > 2 and all(map(NUMBERED.match, filled))):
            yield place, row
