"""What was done with a plan or a task, newest first, in the words of the history."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from portal import history
from portal.people import User
from portal.submissions import Submission, ask_once, waiting_about
from portal.text import day
from portal.workflow import Step

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
    ask_once(subject)
    allowed = subject.workflow.open_to(user, subject, on=on)
    sent = on_their_way(subject, allowed)
    allowed = [step for step in allowed if step.name not in sent]
    not_ready = [
        (step, why)
        for step, why in subject.workflow.closed_to(user, subject, on=on)
        if step.prepared_by and "Chưa thể" in why
    ]
    return {
        "open": [step for step in allowed if step.name not in aside],
        "everyday": [step for step in allowed if step.name in aside],
        "under_way": list(sent.values()),
        "closed": [*sent.values(), *not_ready],
    }


def on_their_way(subject: Any, steps: list[Step]) -> dict[str, tuple[Step, str]]:
    """Steps of a submission that is being read: nobody is led to a form that is closed."""
    by_name = {step.name: step for step in steps if step.prepared_by}
    if not by_name:
        return {}
    return {
        row.step: (by_name[row.step], f"{by_name[row.step].title}: đã trình, đang chờ {who(row)}.")
        for row in waiting_about(subject)
        if row.step in by_name
    }


def who(sent: Submission) -> str:
    return str(sent.reader.user) if sent.reader else "người đọc"
