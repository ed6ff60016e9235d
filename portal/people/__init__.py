"""Units, bodies, people and the positions that give them their rights."""

from portal.people.changes import Succession, ended_into, merge, rename, split, successors_of
from portal.people.doors import OneTimeLink
from portal.people.heads import head_of, heads_of
from portal.people.positions import Position, Role, StandIn
from portal.people.teams import TeamAccess, access_of
from portal.people.units import Body, Unit
from portal.people.users import User

__all__ = [
    "Body",
    "OneTimeLink",
    "Position",
    "Role",
    "StandIn",
    "Succession",
    "TeamAccess",
    "Unit",
    "User",
    "access_of",
    "ended_into",
    "head_of",
    "heads_of",
    "merge",
    "rename",
    "split",
    "successors_of",
]
