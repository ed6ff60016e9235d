"""Thôi làm việc: one act closes an account and hands the work over, rehearsed before it is done.

`cargo` is the list of what somebody leaves behind, to which each app adds its own; `acts` the act.
"""

from portal.leaving import kernel as kernel
from portal.leaving.acts import Left, leave
from portal.leaving.cargo import COLUMNS, Going, Told, hands_over
from portal.leaving.held import HELD, hands_over_held

__all__ = [
    "COLUMNS",
    "HELD",
    "Going",
    "Left",
    "Told",
    "hands_over",
    "hands_over_held",
    "leave",
]
