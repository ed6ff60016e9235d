"""The words of a time in a plan and the days they mean.

`read_time_frame("Chậm nhất trong quý II năm 2022", context=Context(issued, year))` -> a deadline on
30/6/2022. The words stay with the task as they were written; the days stand beside them.
"""

from portal.official_text.time_frames.frame import NOTHING, Context, Kind, TimeFrame
from portal.official_text.time_frames.grammar import read_time_frame

__all__ = ["NOTHING", "Context", "Kind", "TimeFrame", "read_time_frame"]
