"""Figures by name. Each says in words how it is counted, and opens the rows that make it up."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True)
class Figure:
    """Số liệu. `value(period, **scope)` counts, `rows(period, **scope)` is the address of the rows.

    A share has a numerator and a denominator, which are figures of their own.
    """

    name: str
    label: str
    formula: str
    unit: str
    value: Callable[..., Any]
    rows: Callable[..., str] | None = None
    numerator: str = ""
    denominator: str = ""

    def opens(self, when: Any, **scope: Any) -> str:
        """The address of the rows, where there is one."""
        return self.rows(when, **scope) if self.rows else ""


REGISTRY: dict[str, Figure] = {}


def register(figure: Figure) -> Figure:
    """Publish a figure under its name; the same name twice is a mistake in the program."""
    if REGISTRY.get(figure.name, figure) != figure:
        raise ValueError(f"two figures are called {figure.name}")
    REGISTRY[figure.name] = figure
    return figure


def figure(name: str) -> Figure:
    return REGISTRY[name]


def figures() -> list[Figure]:
    return sorted(REGISTRY.values(), key=lambda each: each.name)


def share(part: float | None, whole: float | None) -> float | None:
    """Per cent to one decimal; of nothing there is no share."""
    if not whole or part is None:
        return None
    return round(100 * part / whole, 1)
