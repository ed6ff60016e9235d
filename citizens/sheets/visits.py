"""Visits beside a case: those about it, and what its people came for otherwise."""

from __future__ import annotations

from datetime import date

from django.db.models import OuterRef, QuerySet

from portal.people import User

from ..models import Party, Visit
from .gathered import Related

MOST = 10


def visits_beside(user: User, *, on: date) -> dict[str, Related]:
    """Never one of the own book: there a person has no name."""
    seen = Visit.objects.visible_to(user, on=on).plain().order_by("-received_on", "-pk")
    about = seen.filter(matter=OuterRef("matter"))
    return {
        "visits": Related(about[:MOST], "receiver"),
        "other_visits": Related(of_its_people(seen)[:MOST]),
    }


def of_its_people(seen: QuerySet[Visit]) -> QuerySet[Visit]:
    """By the number of a paper; visits that belong to the case's matter stand apart."""
    people = Party.objects.filter(petition=OuterRef(OuterRef("petition"))).exclude(id_number="")
    theirs = seen.exclude(id_number="").filter(id_number__in=people.values("id_number"))
    return theirs.exclude(matter__isnull=False, matter=OuterRef("matter"))
