"""The figures of democracy at the workplace by name: one module a room, registered by import."""

from democracy.figures import (  # noqa: F401
    activities,
    board,
    briefing,
    committee,
    conference,
    directives,
    emulation,
    movement,
    plans,
    publicity,
    rating,
    visits,
    voices,
)
