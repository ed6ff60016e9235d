"""What the history says of somebody's second step: that it changed, never what it is."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone

from portal import history
from portal.people import User


def tell(user: User, step: str, label: str, *, at: datetime) -> None:
    stream, on = f"tai-khoan/{user.key}", timezone.localdate(at)
    history.record(stream, step, by=user.key, on=on, at=at, label=label)
