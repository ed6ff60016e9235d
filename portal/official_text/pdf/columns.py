"""Tables without ruled lines: columns that a heading names and blank space keeps apart.

Only where nothing is left to guess: the heading names a number, the work and a time or a body,
every line keeps to its column, and it is plain which lines belong to which number.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from portal.official_text.blocks import Cell, Table
from portal.official_text.pdf.grids import joined
from portal.official_text.pdf.places import Word, text_of
from portal.official_text.pdf.spaces import TALL, Edges, column_of, keeps, reach
from portal.official_text.table_shapes import PLACE, columns_of, name_of

GAP = 9.0
STEP, LEVEL = 1.0, 2.0
Line = list[Word]
Lines = Sequence[Line]
Row = tuple[Cell, ...]


@dataclass(frozen=True)
class Found:
    """Which of the page's lines it takes, from `first` to before `last`.

    `table` is None where a heading was seen and the columns below it could not be told apart.
    """

    table: Table | None
    first: int
    last: int
    edges: Edges = ()


def tables_in(lines: Lines, carried: Edges = ()) -> Iterator[Found]:
    """From the top down; `carried`: the columns with which the page before ended."""
    place = 0
    if carried and (rest := rest_of(lines, carried)):
        yield rest
        place = rest.last
    while place < len(lines):
        if heads_table(lines[place]):
            found = table_at(lines, place) or Found(None, place, place + 1)
            yield found
            place = found.last
        else:
            place += 1


def heads_table(line: Line) -> bool:
    names = [name_of(text_of(piece).lower()) for piece in pieces_of(line)]
    told = {"content", "time", "lead"}.intersection(names)
    return len(names) > 2 and names[0] == "number" and bool(told)


def pieces_of(line: Line) -> list[Line]:
    pieces: list[Line] = [[line[0]]]
    for before, word in pairwise(line):
        if word.left - before.right > GAP:
            pieces.append([])
        pieces[-1].append(word)
    return pieces


def is_number(word: Word) -> bool:
    return bool(PLACE.match(word.text.rstrip(".)")))


def table_at(lines: Lines, place: int) -> Found | None:
    first, heading = heading_above(lines, place), pieces_of(lines[place])
    edges, last = reach(lines[first:], [(piece[0].left, piece[-1].right) for piece in heading])
    last = without_what_follows(lines, place, first + last, edges)
    rows = rows_of(lines[first:last], edges, headed=True)
    return Found(Table(rows), first, last, edges) if columns_of(Table(rows)) else None


def heading_above(lines: Lines, place: int) -> int:
    """Words of a tall heading that stand higher than its number."""
    while place > 0 and len(pieces_of(lines[place - 1])) > 1 and space(lines, place) < STEP:
        place -= 1
    return place


def rest_of(lines: Lines, edges: Edges) -> Found | None:
    """The table of the page before goes on at the top of this one."""
    ends = (n for n in range(len(lines)) if not (keeps(lines[n], edges) or spans(lines[n:], edges)))
    last = without_what_follows(lines, 0, next(ends, len(lines)), edges)
    rows = rows_of(lines[:last], edges, headed=False)
    return Found(Table(rows), 0, last, edges) if rows else None


def spans(lines: Lines, edges: Edges) -> bool:
    """A line across the columns that names the rows below it, which keep to theirs."""
    below = lines[1 : 1 + TALL]
    held = {column_of(word, edges) for line in below for word in line}
    return is_number(lines[0][0]) and all(keeps(line, edges) for line in below) and len(held) > 2


def without_what_follows(lines: Lines, body: int, last: int, edges: Edges) -> int:
    """A heading after the table keeps to its columns by chance: number and words, nothing else."""
    while last - 1 > body and is_heading(lines[last - 1], edges):
        last -= 1
    return last


def is_heading(line: Line, edges: Edges) -> bool:
    alone = all(column_of(word, edges) < 2 for word in line)
    return alone and is_number(line[0]) and line[0].text[:1].isalpha()


def rows_of(lines: Lines, edges: Edges, *, headed: bool) -> tuple[Row, ...]:
    """Nothing where it is not sure which lines belong to which number."""
    starts = [n for n, line in enumerate(lines) if begins(line, edges)]
    if not starts:
        return ()
    bounds = parted(lines, starts, headed) or numbered(lines, starts, edges, headed)
    return tuple(row_of(lines[a:b], edges) for a, b in pairwise(bounds))


def begins(line: Line, edges: Edges) -> bool:
    return column_of(line[0], edges) == 0 and is_number(line[0])


def parted(lines: Lines, starts: Sequence[int], headed: bool) -> list[int]:
    """Rows that more space keeps apart than there is inside them, a number in each."""
    spaces = {n: space(lines, n) for n in range(1, len(lines))}
    wide = sorted(spaces, key=lambda n: -spaces[n])[: len(starts) - (not headed)]
    narrow = [spaces[n] for n in spaces if n not in wide]
    if wide and narrow and spaces[wide[-1]] < max(narrow) + STEP:
        return []
    bounds = [0, *sorted(wide), len(lines)]
    held = [sum(a <= n < b for n in starts) for a, b in pairwise(bounds)]
    return bounds if held == [*[0] * headed, *[1] * len(starts)] else []


def numbered(lines: Lines, starts: Sequence[int], edges: Edges, headed: bool) -> list[int]:
    """Lines at one distance: each number stands beside a capital, on the first line of its row."""
    spaces = [space(lines, n) for n in range(starts[0] + 1, len(lines))]
    is_level = not spaces or (min(spaces) > 0 and max(spaces) - min(spaces) < LEVEL)
    if not is_level or not all(has_capital(lines[n], edges) for n in starts):
        return []
    return [*[0] * headed, *starts, len(lines)] if headed or starts[0] == 0 else []


def space(lines: Lines, place: int) -> float:
    """Between a line and whatever stands above it."""
    above = min(word.bottom for line in lines[max(place - 3, 0) : place] for word in line)
    return above - max(word.top for word in lines[place])


def has_capital(line: Line, edges: Edges) -> bool:
    content = [word for word in line if column_of(word, edges) == 1]
    return bool(content) and not content[0].text[:1].islower()


def row_of(lines: Lines, edges: Edges) -> Row:
    if all(keeps(line, edges) for line in lines):
        return cells(together(lines), edges)
    number, *words = together(lines)
    return (Cell(number.text), Cell(joined(words)), *[Cell()] * (len(edges) - 1))


def together(lines: Lines) -> Line:
    return [word for line in lines for word in line]


def cells(words: Line, edges: Edges) -> Row:
    return tuple(
        Cell(joined([word for word in words if column_of(word, edges) == column]))
        for column in range(len(edges) + 1)
    )
