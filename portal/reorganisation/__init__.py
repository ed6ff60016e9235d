"""Sắp xếp tổ chức: units merged, split, ended, renamed by one act, with a protocol of what moved.

`acts` are the verbs; `cargo` is the list of what a unit leaves behind, to which each app adds its
own; `record` keeps the decision and the protocol.
"""

from portal.reorganisation import activities as activities
from portal.reorganisation import kernel as kernel
from portal.reorganisation import plans as plans
from portal.reorganisation.acts import (
    close,
    end_body,
    merge,
    reconstitute,
    rehearsed,
    rename,
    rename_office,
    split,
)
from portal.reorganisation.cargo import Cargo, Handover, carries_over
from portal.reorganisation.record import Decision, Reorganisation

__all__ = [
    "Cargo",
    "Decision",
    "Handover",
    "Reorganisation",
    "carries_over",
    "close",
    "end_body",
    "merge",
    "reconstitute",
    "rehearsed",
    "rename",
    "rename_office",
    "split",
]
