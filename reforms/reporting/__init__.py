"""The reports of the programme: its outlines, and what its rooms say of a period."""

from pathlib import Path

from portal.planning.plans import Programme
from portal.reporting.outlines import Room, opens_room
from reforms.reporting import gathering  # noqa: F401  its sources make themselves known

opens_room(Room(Programme.REFORM, Path(__file__).parent / "outlines", "BCCC"))
