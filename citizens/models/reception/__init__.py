"""Tiếp công dân: places, the yearly schedule, the sessions, who registers, what is concluded."""

from .conclusion import Conclusion
from .places import HungPaper, PlaceCharge, ReceptionHours, ReceptionPlace
from .registration import Registration
from .schedule import RotaTurn, ScheduleRule
from .sessions import Reception

__all__ = [
    "Conclusion",
    "HungPaper",
    "PlaceCharge",
    "Reception",
    "ReceptionHours",
    "ReceptionPlace",
    "Registration",
    "RotaTurn",
    "ScheduleRule",
]
