"""Rollups kept in the same transaction: what leaders look at costs one index read, not a count.

``rebuild()`` must give the same table as the kept one.
"""

from __future__ import annotations

import os
from datetime import date
from typing import Any

from django.db import connection, models

SETTLING_RULES = ("KN_GQ1", "KN_GQ2", "KN_GQ_KL", "PAKN_TRA_LOI")
SLOTS = 8
"""Writers are spread over this many rows, so that no counter row makes them queue."""


class Tally(models.Model):
    """How many, in a month, unit and field; ``days`` is the sum behind a mean."""

    class What(models.TextChoices):
        RECEIVED = "received", "Đơn tiếp nhận"
        HANDLED = "handled", "Đơn đã xử lý"
        OPENED = "opened", "Vụ việc mở"
        SETTLED_ON_TIME = "settled_on_time", "Giải quyết đúng hạn"
        SETTLED_LATE = "settled_late", "Giải quyết quá hạn"

    what = models.CharField(max_length=16, choices=What)
    month = models.DateField()
    unit = models.BigIntegerField(default=0)
    field = models.BigIntegerField(default=0)
    slot = models.PositiveSmallIntegerField(default=0)
    amount = models.BigIntegerField(default=0)
    days = models.BigIntegerField(default=0)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["month", "what", "unit", "field", "slot"], name="one_tally_row"
            )
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.month:%m/%Y}: {self.amount}"


def add(what: str, item: Any, *, on: date, amount: int = 1, days: int = 0) -> None:
    """Count one act on a plain petition or case into its month."""
    if getattr(item, "sealed", False):
        return
    with connection.cursor() as cursor:
        cursor.execute(
            """
            INSERT INTO citizens_tally (what, month, unit, field, slot, amount, days)
            VALUES (%s, %s, %s, %s, %s, %s, %s)
            ON CONFLICT (month, what, unit, field, slot) DO UPDATE
            SET amount = citizens_tally.amount + excluded.amount,
                days = citizens_tally.days + excluded.days
            """,
            [
                what,
                on.replace(day=1),
                item.unit_id or 0,
                item.field_id or 0,
                os.getpid() % SLOTS,
                amount,
                days,
            ],
        )
