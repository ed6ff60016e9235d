"""Tiếp công dân: places, the yearly schedule, the sessions, who registers, what is concluded."""

from .places import HungPaper, PlaceCharge, ReceptionHours, ReceptionPlace
from .sessions import Reception

__all__ = ["HungPaper", "PlaceCharge", "Reception", "ReceptionHours", "ReceptionPlace"]
