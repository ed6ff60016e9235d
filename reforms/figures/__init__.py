"""The figures of administrative reform by name: one module a room, registered by import."""

from reforms.figures import dossiers, headcount, indices, late_dossiers, registers  # noqa: F401
