"""What came into the suggestion box in a month, told to the head and the steering committee."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db.models import Count, Q

from democracy import rules
from democracy.models import CommitteeVersion, Suggestion
from democracy.models.suggestion import WAITING
from portal.notifications import Digest, Item
from portal.people import Unit
from portal.periods import Month
from portal.text import number


def reads_month(user: Any, *, on: date) -> bool:
    """Leaders, who compiles, who supervises; members of the office's steering committee."""
    return rules.reads_figures(user, on=on) or sits_on_committee(user, on=on)


def sits_on_committee(user: Any, *, on: date) -> bool:
    if not rules.works_here(user, on=on):
        return False
    held = CommitteeVersion.objects.in_force(as_of=on)
    return held.filter(unit__kind=Unit.Kind.HEADQUARTERS, seats__user=user).exists()


def told_to(user: Any, *, on: date) -> list[Item]:
    """The month before, in the first digest of the month: totals, no words of any letter."""
    this = Month.containing(on)
    had = Digest.objects.filter(person=user, on__gte=this.start, on__lt=on)
    if had.exists() or not reads_month(user, on=on):
        return []
    month = this.previous()
    words = summary(user, month, on=on)
    return [Item("Góp ý nội bộ", words, address(month))] if words else []


def summary(user: Any, month: Month, *, on: date) -> str:
    """Nothing for a month without a letter."""
    counted = Suggestion.objects.counted_for(user, on=on)
    told = counted.aggregate(
        received=Count("pk", filter=Q(sent_on__range=month.dates)),
        answered=Count("pk", filter=Q(sent_on__range=month.dates, answered_on__isnull=False)),
        late=Count("pk", filter=Q(stage__in=WAITING, due_on__lt=on)),
    )
    if not (told["received"] or told["late"]):
        return ""
    words = f"{month.label.lower()} nhận {number(told['received'])} thư"
    words = f"{words}, đã trả lời {number(told['answered'])}"
    return f"{words}, đang quá hạn {number(told['late'])}" if told["late"] else words


def address(month: Month) -> str:
    return f"/dan-chu/gop-y/tong-hop/?thang={month.code}"
