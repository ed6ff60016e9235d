"""``remind``: the digests of one day, made once however often it is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.utils import timezone

from portal.notifications import Digest, send_later
from portal.people import User
from portal.working_days import calendar

from .gathering import items_for


@dataclass
class Sent:
    """How many people were reminded of how many things now, and who had been already."""

    on: date
    people: int = 0
    items: int = 0
    already: int = 0

    def as_dict(self) -> dict[str, object]:
        return {
            "on": self.on.isoformat(),
            "people": self.people,
            "items": self.items,
            "already": self.already,
        }


def remind(on: date) -> Sent:
    """On a day off nobody is reminded: what is due then stands in the next working day's digest."""
    sent = Sent(on)
    if not calendar().is_working(on):
        return sent
    had = set(Digest.objects.filter(on=on).values_list("person", flat=True))
    for user in User.objects.filter(is_active=True).order_by("pk"):
        if user.pk in had:
            sent.already += 1
        elif user.positions_on(on):
            remind_one(user, sent)
    return sent


def remind_one(user: User, sent: Sent) -> None:
    """Whoever has nothing to be reminded of gets nothing."""
    items = items_for(user, on=sent.on)
    if not items:
        return
    with transaction.atomic():
        digest, is_new = Digest.make(user, items, on=sent.on)
        if is_new:
            send_later(digest, at=timezone.now())
            sent.people, sent.items = sent.people + 1, sent.items + len(items)
        else:
            sent.already += 1
