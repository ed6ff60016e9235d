"""Blank space that runs down a page between two columns of words."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from portal.official_text.pdf.places import Word

NARROWEST, TALL = 4.0, 2
Line = list[Word]
Edges = tuple[float, ...]
Space = tuple[float, float]


def reach(lines: Sequence[Line], columns: Sequence[Space]) -> tuple[Edges, int]:
    """The edges between columns, and how many lines keep to them.

    One line across them ends nothing where those below it fill more than two.
    """
    spaces = [[(left[1], right[0])] for left, right in pairwise(columns)]
    for place, line in enumerate(lines):
        narrower = narrowed(spaces, line)
        if all(narrower):
            spaces = narrower
        elif not fills(spaces, lines[place + 1 : place + 1 + TALL]):
            return edges_of(spaces), place
    return edges_of(spaces), len(lines)


def narrowed(spaces: list[list[Space]], line: Line) -> list[list[Space]]:
    return [without(each, line) for each in spaces]


def fills(spaces: list[list[Space]], lines: Sequence[Line]) -> bool:
    """The lines leave every space open and have words in more than two columns."""
    for line in lines:
        spaces = narrowed(spaces, line)
        if not all(spaces):
            return False
    edges = edges_of(spaces)
    return len({column_of(word, edges) for line in lines for word in line}) > 2


def without(spaces: list[Space], line: Line) -> list[Space]:
    """What of these spaces no word of the line covers."""
    for word in line:
        spaces = [
            part
            for left, right in spaces
            for part in ((left, min(right, word.left)), (max(left, word.right), right))
            if part[1] - part[0] >= NARROWEST
        ]
    return spaces


def edges_of(spaces: list[list[Space]]) -> Edges:
    widest = [max(each, key=lambda part: part[1] - part[0]) for each in spaces]
    return tuple((left + right) / 2 for left, right in widest)


def keeps(line: Line, edges: Edges) -> bool:
    return not any(word.left < edge < word.right for word in line for edge in edges)


def column_of(word: Word, edges: Edges) -> int:
    return sum(word.centre > edge for edge in edges)
