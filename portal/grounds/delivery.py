"""Brings the delivered grounds into the table; what the office has edited stays as it is."""

from __future__ import annotations

from portal.grounds.grounds import RefusalGround, delivered


def deliver_grounds() -> None:
    had = set(RefusalGround.objects.values_list("purpose", "code"))
    RefusalGround.objects.bulk_create(
        row for row in delivered() if (row.purpose, row.code) not in had
    )
