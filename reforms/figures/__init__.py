"""The figures of administrative reform by name: one module a room, registered by import."""

from reforms.figures import (  # noqa: F401
    dossiers,
    headcount,
    indices,
    late_dossiers,
    money,
    plans,
    procedures,
    registers,
    satisfaction,
    scorecards,
)
