"""What somebody else did to the subject while this reader's page lay open."""

from __future__ import annotations

from typing import Any

from portal import history
from portal.people import User


def changes(subject: Any) -> list[dict[str, Any]]:
    """The last acts: who, when, which step, with which words."""
    events = list(history.events(subject.stream).order_by("-seq")[:3])
    people = User.objects.in_bulk([event.by for event in events], field_name="username")
    return [
        {
            "by": people[event.by].addressed if event.by in people else event.by,
            "at": event.at,
            "title": event.label,
            "lines": [("Nội dung", value) for value in event.values.values() if value],
        }
        for event in events
    ]
