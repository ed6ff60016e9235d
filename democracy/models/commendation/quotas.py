"""How many a unit has proposed, and how many it may."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import Q

from democracy.award_regulation import Quota, Regulation
from portal.people import Unit

COUNTED = ("sent", "reviewed", "sent_up", "commended")
"""What was sent takes room; a draft does not yet, what was declined no longer."""


class Counted:
    """Questions to many proposals."""

    def taking_room(self: Any, quota: Quota, *, year: int) -> Any:
        """Awards for a movement or a sudden deed stand beside the year's quota."""
        return self.filter(
            year=year, award__in=quota.awards, stage__in=COUNTED, occasion="hang-nam"
        )


@dataclass(frozen=True)
class Used:
    """One unit's part of one quota."""

    unit: Unit
    quota: Quota
    collectives: int
    persons: int

    @property
    def is_over(self) -> bool:
        return self.quota.lacks_room(collectives=self.collectives, persons=self.persons)


def used_by(rows: Any, *, unit: Unit, quota: Quota, year: int, but: Any = None) -> Used:
    counted = rows.taking_room(quota, year=year).filter(unit=unit)
    if but is not None:
        counted = counted.exclude(pk=but.pk)
    collectives = counted.filter(person_name="").count()
    return Used(unit, quota, collectives, counted.exclude(person_name="").count())


def use_of_year(rows: Any, regulation: Regulation, units: list[Unit], *, year: int) -> list[Used]:
    """Every unit and quota that concerns it: one statement for each quota."""
    found = []
    for quota in regulation.quotas:
        taken = list(rows.taking_room(quota, year=year).values_list("unit", "person_name"))
        found += [
            Used(
                unit,
                quota,
                sum(1 for pk, name in taken if pk == unit.pk and not name),
                sum(1 for pk, name in taken if pk == unit.pk and name),
            )
            for unit in units
            if quota.unit_kind in ("", unit.kind)
        ]
    return found


def held_years(rows: Any, *, award: str, person_name: str, unit: Unit, before: int) -> list[int]:
    """The years before in which the register has this award for the same person or unit."""
    same = Q(person_name=person_name) if person_name else Q(person_name="", unit=unit)
    years = rows.awarded().filter(same, award=award, year__lt=before).order_by("-year")
    return list(years.values_list("year", flat=True).distinct())
