"""What was done with a plan or a task, newest first, in the words of the history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal import history
from portal.people import User
from portal.text import day

MOST = 200


@dataclass(frozen=True)
class Act:
    """One line of the timeline."""

    on: date
    title: str
    by: str
    text: str
    tone: str = ""
    icon: str = "check"
    files: tuple[tuple[str, str], ...] = ()

    @property
    def meta(self) -> str:
        return day(self.on)


def acts_of(stream: str) -> list[Act]:
    events = list(history.events(stream).order_by("-seq")[:MOST])
    people = User.objects.in_bulk({event.by for event in events}, field_name="username")
    return [
        Act(
            on=event.on,
            title=event.label,
            by=str(people.get(event.by, "")),
            text="\n".join(str(value) for value in event.values.values() if value),
        )
        for event in events
    ]


def steps_for(user: Any, subject: Any, *, on: date, aside: tuple[str, ...]) -> dict[str, Any]:
    """The steps open to this reader: the next ones, and those of every day apart."""
    allowed = subject.workflow.open_to(user, subject, on=on)
    return {
        "open": [step for step in allowed if step.name not in aside],
        "everyday": [step for step in allowed if step.name in aside],
        "closed": [
            (step, why)
            for step, why in subject.workflow.closed_to(user, subject, on=on)
            if step.prepared_by and "Chưa thể" in why
        ],
    }
