"""For whom something is meant: the whole staff, or those of the units named."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models
from django.db.models import Q

from democracy.items import ALL, CIRCLES, UNITS
from portal.people import Unit
from portal.planning.rules import units_of


def meant_for(user: Any, *, on: date) -> Q:
    """Rows whose circle this reader is in."""
    return Q(circle=ALL) | Q(circle=UNITS, units__in=units_of(user, on=on))


class ForCircle(models.Model):
    """What has a circle of readers."""

    circle = models.CharField("dành cho", max_length=8, choices=CIRCLES, default=ALL)
    units = models.ManyToManyField(
        Unit, blank=True, related_name="+", verbose_name="đơn vị được chọn"
    )

    class Meta:
        abstract = True

    def is_for(self, user: Any, *, on: date) -> bool:
        if self.circle == ALL:
            return True
        return self.units.filter(pk__in=units_of(user, on=on)).exists()

    @property
    def circle_words(self) -> str:
        if self.circle == ALL:
            return dict(CIRCLES)[ALL]
        return ", ".join(unit.name for unit in self.units.all())
