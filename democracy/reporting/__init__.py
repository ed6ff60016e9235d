"""The reports of the programme: its outlines, and what its rooms say of a period."""

from pathlib import Path

from democracy.reporting import gathering, of_registers  # noqa: F401  sources make themselves known
from portal.planning.plans import Programme
from portal.reporting.outlines import Room, opens_room

opens_room(Room(Programme.DEMOCRACY, Path(__file__).parent / "outlines", "BCDC"))
