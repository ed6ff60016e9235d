"""A day off entered late moves the last days of what is open."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import transaction


class MovedByCalendar:
    """Of petitions and cases, whose rows keep the nearest of their last days."""

    _base_manager: ClassVar[Any]

    @classmethod
    def reckon_clocks(cls) -> None:
        running = cls._base_manager.filter(clocks__pk__isnull=False, clocks__stopped_on=None)
        for item in running.order_by("pk").distinct():
            with transaction.atomic():
                item.lock()
                if item.clocks.all().reckon():
                    item.refresh_due()
                    item.save(update_fields=["due_key"])
