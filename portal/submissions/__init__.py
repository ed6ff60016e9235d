"""Up the line: an act of the settler is prepared by one, read by others, and taken by the last.

trình (``submit``) – đồng ý, trình tiếp (``endorse``) – phê duyệt (``approve``) – trả lại để hoàn
thiện (``hand_back``). Whatever a reader changes, both texts remain.
"""

from portal.submissions.lines import READERS, Line, readers
from portal.submissions.submissions import Reading, Submission, forget, own_posts, submit
from portal.submissions.waiting import ask_once, being_read, waiting_about

__all__ = [
    "READERS",
    "Line",
    "Reading",
    "Submission",
    "ask_once",
    "being_read",
    "forget",
    "own_posts",
    "readers",
    "submit",
    "waiting_about",
]
