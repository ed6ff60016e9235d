"""The notice about a session: to whom it goes, how far what it orders has come."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal.instructions import Instruction

from ..models.petition.intake import petition_unit
from ..models.visit.group import CROWD


def recipients_of(session: Any) -> str:
    """Those received, the units with tasks; put up only where many came about one content."""
    units = Instruction.objects.about(session).values_list("unit__name", flat=True)
    crowd = session.visits.plain().received().filter(people__gte=CROWD).exists()
    rows = [
        "- Công dân đã được tiếp;",
        *(f"- {name};" for name in dict.fromkeys(units)),
        "- Niêm yết tại nơi tiếp công dân;" if crowd else "",
        f"- Lưu: VT, {keeper(session)}.",
    ]
    return "\n".join(filter(None, rows))


def keeper(session: Any) -> str:
    """Whose file it goes to: the unit that received, or the one that handles petitions."""
    unit = session.unit or petition_unit(session.date)
    return unit.short if unit else "TCD"


@dataclass(frozen=True)
class FollowUp:
    """Theo dõi thực hiện: the notice, then each task until whoever gave it closes it."""

    notice: str
    tasks: int
    closed: int
    reported: int
    late: int

    @property
    def done(self) -> bool:
        return self.notice == "" and self.closed == self.tasks

    @property
    def words(self) -> str:
        """“Chờ lấy số; 1/2 việc đã xong, 1 việc quá hạn”."""
        if self.done:
            return "Đã thực hiện xong" if self.tasks else "Đã phát hành, không giao việc"
        counted = f"{self.closed}/{self.tasks} việc đã xong" if self.tasks else ""
        waiting = f"{self.reported} việc chờ kết thúc" if self.reported else ""
        late = f"{self.late} việc quá hạn" if self.late else ""
        tasks = ", ".join(filter(None, (counted, waiting, late)))
        return "; ".join(filter(None, (self.notice, tasks)))


def follow_up(conclusion: Any, tasks: list[Instruction], *, on: date) -> FollowUp:
    still_open = [task for task in tasks if task.closed_on is None]
    unreported = [task for task in still_open if task.reported_on is None]
    return FollowUp(
        notice=notice_words(conclusion),
        tasks=len(tasks),
        closed=len(tasks) - len(still_open),
        reported=len(still_open) - len(unreported),
        late=sum(task.due_on < on for task in unreported),
    )


def notice_words(conclusion: Any) -> str:
    """What the notice waits for; nothing once it went out."""
    if conclusion.dated_on:
        return ""
    return "Chờ lấy số" if conclusion.approved_on else "Chưa duyệt thông báo"
