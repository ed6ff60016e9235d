"""Words of a page with the place where they stand; y grows upwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass


@dataclass(frozen=True)
class Word:
    left: float
    bottom: float
    right: float
    top: float
    text: str

    @property
    def middle(self) -> float:
        return (self.bottom + self.top) / 2

    @property
    def centre(self) -> float:
        return (self.left + self.right) / 2


def rows_of_words(words: Iterable[Word]) -> list[list[Word]]:
    """Words at one height, from the top down, each row from left to right."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda word: (-word.middle, word.left)):
        last = rows[-1] if rows else None
        if last and last[0].bottom < word.middle < last[0].top:
            last.append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda word: word.left) for row in rows]


def text_of(row: list[Word]) -> str:
    return " ".join(word.text for word in row)
