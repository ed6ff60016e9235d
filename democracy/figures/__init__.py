"""The figures of democracy at the workplace by name: one module a room, registered by import."""

from democracy.figures import board, plans, publicity, rating, voices  # noqa: F401
