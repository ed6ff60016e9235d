"""Giờ không gửi thư: what is due then waits for their end."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.utils import timezone

from portal.people import User


def ends_at(person: User, *, at: datetime) -> datetime | None:
    """When the quiet hours that hold now are over; None where mail may go."""
    since, until = person.quiet_from, person.quiet_until
    if since is None or until is None:
        return None
    now = timezone.localtime(at)
    hour = now.time()
    within = since <= hour < until if since < until else hour >= since or hour < until
    if not within:
        return None
    end = now.replace(hour=until.hour, minute=until.minute, second=0, microsecond=0)
    return end if end > now else end + timedelta(days=1)
