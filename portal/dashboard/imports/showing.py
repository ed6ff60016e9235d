"""What a page shows of a workbook: its first lines as they were read, and what is wrong where."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from portal.importing import MOST_FAULTS, Fault, Headings, Sheet
from portal.importing.opening import NOTHING_IN_IT
from portal.text import storable

LINES, SIGNS = 10, 60
KEPT_BACK = "giữ kín"


def told(faults: Sequence[Fault], headings: Headings) -> list[dict[str, Any]]:
    """Each fault with the cell that it stands at; no sentence repeats what was typed."""
    labels = {column.name: column.label for column in headings.register.columns}
    return [
        {
            "line": fault.line,
            "cell": f"{headings.letter(fault.column)}{fault.line}",
            "column": labels.get(fault.column, ""),
            "problem": fault.problem,
        }
        for fault in faults[:MOST_FAULTS]
    ]


def first_lines(headings: Headings, sheet: Sheet, faults: Sequence[Fault]) -> list[dict[str, Any]]:
    """Of a line about a denunciation only what says nothing of its people; no empty columns."""
    wrong = {(fault.line, fault.column) for fault in faults}
    lines = [(line, list(cells_of(line, cells, headings, wrong))) for line, cells in
             sheet.rows[:LINES]]  # fmt: skip
    told = [any(cell["text"] or cell["wrong"] for cell in column) for column in
            zip(*(cells for _, cells in lines), strict=True)]  # fmt: skip
    return [
        {"line": line, "cells": [cell for cell, kept in zip(cells, told, strict=True) if kept]}
        for line, cells in lines
    ]


def cells_of(line: int, cells: list[str], headings: Headings, wrong: set[tuple[int, str]]) -> Any:
    register = headings.register
    padded = [*cells, *[""] * (len(headings.meant) - len(cells))]
    typed = {name: cell for name, cell in zip(headings.meant, padded, strict=False) if name}
    sealed = register.is_sealed(typed)
    for name, cell in typed.items():
        column = register.column(name)
        kept_back = sealed and column.secret and cell.strip()
        yield {
            "label": column.label,
            "text": KEPT_BACK if kept_back else shown(cell),
            "wrong": (line, name) in wrong,
        }


def shown(cell: str) -> str:
    text = storable("" if cell == NOTHING_IN_IT else " ".join(cell.split()))
    return text if len(text) <= SIGNS else f"{text[:SIGNS]}…"
