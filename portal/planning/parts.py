"""A plan's tasks in the document's own parts; of a long plan one stretch at a time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

MOST, PIECE = 60, 50
WHOLE = "tat-ca"


@dataclass(frozen=True)
class Stretch:
    """What is shown together: a part of the document, or fifty tasks of a longer one."""

    name: str
    words: str
    tasks: list[Any]


def grouped(tasks: Sequence[Any]) -> list[tuple[str, list[Any]]]:
    """By the first figure of the number, as "II" of "II.6"."""
    parts: dict[str, list[Any]] = {}
    for task in tasks:
        parts.setdefault(part_of(task), []).append(task)
    return list(parts.items())


def part_of(task: Any) -> str:
    if task.section_id:
        return str(task.section)
    first = task.ref.split(".")[0].strip()
    return f"Phần {first}" if first and first != task.ref else ""


def stretches(tasks: Sequence[Any]) -> list[Stretch]:
    """None where everything can be shown at once."""
    if len(tasks) <= MOST:
        return []
    pieces = [piece for title, part in grouped(tasks) for piece in pieces_of(title, part)]
    return [
        *(Stretch(str(n), words, part) for n, (words, part) in enumerate(pieces, start=1)),
        Stretch(WHOLE, "Cả kế hoạch", list(tasks)),
    ]


def pieces_of(title: str, part: list[Any]) -> list[tuple[str, list[Any]]]:
    if len(part) <= MOST:
        return [(title or "Không ghi phần", part)]
    pieces = [part[n : n + PIECE] for n in range(0, len(part), PIECE)]
    name = f"{title}, mục" if title else "Mục"
    return [(f"{name} {label(piece[0])} – {label(piece[-1])}", piece) for piece in pieces]


def label(task: Any) -> str:
    return task.ref or str(task.place)
