"""Asking the staff about a draft before it is signed: whoever keeps consultations says how."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True)
class Asked:
    """One consultation about the plan, as its reader may know it."""

    title: str
    how: str
    url: str


@dataclass(frozen=True)
class Room:
    """``opens(plan)``: where one is begun; ``about(plan, user, on=)``: those that there are.

    ``asks()``: whether the staff is asked about a plan at the moment, for a statement about plans.
    """

    opens: Callable[[Any], str]
    about: Callable[..., list[Asked]]
    asks: Callable[[], Any]


ROOMS: list[Room] = []


def asked_about(plan: Any, user: Any, *, on: date) -> dict[str, Any]:
    """What the page of a plan shows: nothing where nobody keeps consultations."""
    return {
        "asked": [asked for room in ROOMS for asked in room.about(plan, user, on=on)],
        "asks_at": next((room.opens(plan) for room in ROOMS), ""),
    }
