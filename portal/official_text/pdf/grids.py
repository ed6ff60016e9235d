"""Tables by their ruled lines: a cell is what lies between four of them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from portal.official_text.blocks import Cell
from portal.official_text.pdf.places import Word, rows_of_words, text_of

NEAR = 3.0
Rule = tuple[float, float, float, float]
NEW_LINE = re.compile(r"^(?:[-+•]|\d{1,2}[.)])\s")


@dataclass(frozen=True)
class Grid:
    """`xs` from left to right and `ys` from top to bottom are the lines of a table."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    rules: tuple[Rule, ...]

    @property
    def top(self) -> float:
        return self.ys[0]

    @property
    def bottom(self) -> float:
        return self.ys[-1]

    def holds(self, word: Word) -> bool:
        inside = self.xs[0] - NEAR < word.centre < self.xs[-1] + NEAR
        return inside and self.bottom - NEAR < word.middle < self.top + NEAR

    def rows(self, words: list[Word]) -> tuple[tuple[Cell, ...], ...]:
        """A line that is missing between two cells makes them one."""
        texts: dict[tuple[int, int], list[Word]] = {}
        for word in words:
            texts.setdefault(self.home(self.cell_of(word)), []).append(word)
        return tuple(
            tuple(self.cell((row, column), texts) for column in range(len(self.xs) - 1))
            for row in range(len(self.ys) - 1)
        )

    def cell_of(self, word: Word) -> tuple[int, int]:
        row = max((n for n, y in enumerate(self.ys[:-1]) if word.middle <= y + NEAR), default=0)
        left = max((n for n, x in enumerate(self.xs[:-1]) if word.centre >= x), default=0)
        return row, left

    def home(self, cell: tuple[int, int]) -> tuple[int, int]:
        row, column = cell
        while row > 0 and not self.has_across(row, column):
            row -= 1
        while column > 0 and not self.has_down(row, column):
            column -= 1
        return row, column

    def cell(self, place: tuple[int, int], texts: dict[tuple[int, int], list[Word]]) -> Cell:
        home = self.home(place)
        if home == place:
            return Cell(joined(texts.get(place, [])))
        row, column = home
        if row < place[0] and column == place[1]:
            return Cell(joined(texts.get(home, [])), inherited=True)
        return Cell()

    def has_across(self, row: int, column: int) -> bool:
        """A line above this cell."""
        y, middle = self.ys[row], (self.xs[column] + self.xs[column + 1]) / 2
        return any(
            abs(rule[1] - y) < NEAR
            and abs(rule[3] - y) < NEAR
            and min(rule[0], rule[2]) < middle < max(rule[0], rule[2])
            for rule in self.rules
        )

    def has_down(self, row: int, column: int) -> bool:
        """A line at the left of this cell."""
        x, middle = self.xs[column], (self.ys[row] + self.ys[row + 1]) / 2
        return any(
            abs(rule[0] - x) < NEAR
            and abs(rule[2] - x) < NEAR
            and min(rule[1], rule[3]) < middle < max(rule[1], rule[3])
            for rule in self.rules
        )


def joined(words: list[Word]) -> str:
    text = ""
    for row in rows_of_words(words):
        line = text_of(row)
        text += f"\n{line}" if NEW_LINE.match(line) else f" {line}"
    return text.strip()


def grids_of(rules: list[Rule]) -> list[Grid]:
    """Lines downwards that overlap in height, with the lines across between them."""
    down = [rule for rule in rules if abs(rule[0] - rule[2]) < NEAR]
    across = [rule for rule in rules if abs(rule[1] - rule[3]) < NEAR]
    found = []
    for low, high, members in stretches(down):
        inside = [rule for rule in across if low - NEAR <= rule[1] <= high + NEAR]
        xs = apart([rule[0] for rule in members])
        ys = apart([rule[1] for rule in inside])[::-1]
        if len(xs) > 2 and len(ys) > 2:
            found.append(Grid(tuple(xs), tuple(ys), (*members, *inside)))
    return found


def stretches(down: list[Rule]) -> list[tuple[float, float, list[Rule]]]:
    found: list[tuple[float, float, list[Rule]]] = []
    for rule in sorted(down, key=lambda rule: min(rule[1], rule[3])):
        low, high = min(rule[1], rule[3]), max(rule[1], rule[3])
        if found and low <= found[-1][1] + NEAR:
            before = found[-1]
            found[-1] = (before[0], max(before[1], high), [*before[2], rule])
        else:
            found.append((low, high, [rule]))
    return found


def apart(values: list[float]) -> list[float]:
    kept: list[float] = []
    for value in sorted(values):
        if not kept or value - kept[-1] > NEAR:
            kept.append(value)
    return kept
