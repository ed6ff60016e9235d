"""The duties of democracy at the workplace, T1–T16: each room says its own.

One module a room; it registers when it is imported here.
"""

from democracy.obligations import (  # noqa: F401
    board,
    committee,
    conference,
    emulation,
    publicity,
    rating,
    reports,
    unit_plans,
    visits,
    voices,
)
