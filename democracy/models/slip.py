"""A slip in the box: no user, no address, no time finer than a day.

Nobody reads the box on the day itself. In the night that follows all slips are taken out in one
transaction and in random order; what comes of them has random keys and one common transaction, so
that neither the order of rows nor the database's own marks say at which hour one was dropped.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from datetime import date
from random import SystemRandom
from typing import Any

from django.db import models, transaction
from django.db.models import Q

from democracy.models.consultation import Consultation
from democracy.models.suggestion import Route, Suggestion, Topic


class Slips(models.QuerySet["Slip"]):
    def dropped_before(self, on: date) -> Slips:
        return self.filter(dropped_on__lt=on)


class Slip(models.Model):
    """Phiếu không ghi tên, còn trong hòm."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    consultation = models.ForeignKey(
        Consultation, models.PROTECT, null=True, blank=True, related_name="slips"
    )
    addressed_to = models.CharField("gửi đến", max_length=14, choices=Route, blank=True)
    topic = models.CharField("việc", max_length=12, choices=Topic, blank=True)
    text = models.TextField("nội dung")
    dropped_on = models.DateField("ngày bỏ vào hòm")

    objects = Slips.as_manager()

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="slip_for_a_consultation_or_a_reader",
                condition=Q(consultation=None) & ~Q(addressed_to="") & ~Q(topic="")
                | Q(consultation__isnull=False, addressed_to="", topic=""),
            )
        ]

    def __str__(self) -> str:
        return "Phiếu không ghi tên"


def drop(*, on: date, **facts: Any) -> None:
    """Into the box; the same words sent twice on one day are one slip."""
    same = Slip.objects.filter(dropped_on=on, **facts)
    if not same.exists():
        Slip.objects.create(dropped_on=on, **facts)


@transaction.atomic
def open_box(*, on: date) -> int:
    """Everything dropped before this day is taken out, shuffled, and laid before its readers."""
    slips = shuffled(Slip.objects.select_for_update().dropped_before(on))
    for slip in slips:
        if slip.consultation:
            slip.consultation.hear(text=slip.text, given_on=slip.dropped_on)
        else:
            Suggestion.take_from_box(
                by="hòm thư", on=on, sent_on=slip.dropped_on, text=slip.text,
                addressed_to=slip.addressed_to, topic=slip.topic,
            )  # fmt: skip
    Slip.objects.filter(pk__in=[slip.pk for slip in slips]).delete()
    return len(slips)


def shuffled(slips: Iterable[Slip]) -> list[Slip]:
    mixed = list(slips)
    SystemRandom().shuffle(mixed)
    return mixed
