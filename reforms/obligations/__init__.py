"""What the programme of reform obliges units to do: one module a room, registered by import."""

from reforms.obligations import dossiers, plans, procedures, scorecards  # noqa: F401
