"""What is being read about a subject, and that it stays as it is meanwhile."""

from __future__ import annotations

from typing import Any

from portal.submissions.submissions import Submission


def waiting_about(subject: Any) -> list[Submission]:
    """Submissions about the subject that are being read."""
    known = vars(subject)
    if (waiting := known.get("_waiting")) is None:
        about = Submission.objects.about(subject).open()
        waiting = list(about.select_related("reader__user"))
        known |= {"_waiting": waiting} if "_waiting" in known else {}
    return waiting


def ask_once(subject: Any) -> None:
    """A page that only shows the subject asks once what waits; a verb always asks anew."""
    vars(subject)["_waiting"] = None


def being_read(subject: Any) -> str:
    """For steps that change what a reader has before them: whom it waits for, or ''."""
    waiting = next(iter(waiting_about(subject)), None)
    if waiting is None:
        return ""
    who = waiting.reader.user if waiting.reader else "người đọc"
    return f"đã trình {who}, rút phiếu trình trước đã."
