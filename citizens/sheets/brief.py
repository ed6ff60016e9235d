"""What the office knows of somebody who will be received: earlier visits, petitions, cases.

What lies in the book of denunciations is never part of it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Q

from ..models import Case, Party, Petition, Visit

MOST = 10


@dataclass
class Brief:
    """One person's history with the office, the newest first."""

    registration: Any
    petitions: list[Any] = field(default_factory=list)
    cases: list[Any] = field(default_factory=list)
    visits: list[Any] = field(default_factory=list)

    @property
    def is_new(self) -> bool:
        return not (self.petitions or self.visits)

    @property
    def words(self) -> str:
        """“2 lượt tiếp, 3 đơn, 1 vụ việc đang giải quyết”."""
        open_cases = sum(case.closed_on is None for case in self.cases)
        counted = (
            (sum(visit.own_visit for visit in self.visits), "lượt tiếp"),
            (len(self.petitions), "đơn"),
            (open_cases, "vụ việc đang giải quyết"),
        )
        told = ", ".join(f"{count} {what}" for count, what in counted if count)
        return told or "Chưa có lượt tiếp, đơn nào trước đây"


def briefs(registrations: Sequence[Any], *, user: Any, on: date) -> list[Brief]:
    """For everybody who registered by name, in three statements whatever their number."""
    plain = [row for row in registrations if not row.sealed]
    made = [Brief(row) for row in plain]
    add_petitions(made, user=user, on=on)
    add_visits(made, user=user, on=on)
    return made


def same_person(rows: Sequence[Any]) -> Q:
    """By the number of the card; where none was given, by the telephone."""
    cards = {row.id_number for row in rows if row.id_number}
    phones = {row.phone for row in rows if row.phone and not row.id_number}
    return Q(id_number__in=cards) | Q(phone__in=phones)


def is_same(row: Any, other: Any) -> bool:
    if row.id_number:
        return bool(row.id_number == other.id_number)
    return bool(row.phone and row.phone == other.phone)


def add_petitions(made: list[Brief], *, user: Any, on: date) -> None:
    seen = Petition.objects.plain().visible_to(user, on=on)
    parties = Party.objects.filter(
        same_person([brief.registration for brief in made]), petition__in=seen
    )
    parties = parties.select_related("petition__unit").order_by("-petition__received_on", "-pk")
    found = list(parties)
    mine = Case.objects.visible_to(user, on=on).select_related("unit")
    cases = {
        row.petition_id: row for row in mine.filter(petition__in={p.petition_id for p in found})
    }
    for brief in made:
        own = [party.petition for party in found if is_same(brief.registration, party)]
        brief.petitions = list(dict.fromkeys(own))[:MOST]
        brief.cases = [cases[each.pk] for each in brief.petitions if each.pk in cases]


def add_visits(made: list[Brief], *, user: Any, on: date) -> None:
    people = same_person([brief.registration for brief in made])
    seen = Visit.objects.plain().visible_to(user, on=on).filter(people)
    found = list(seen.order_by("-received_on", "-pk"))
    for brief in made:
        brief.visits = [
            visit
            for visit in found
            if is_same(brief.registration, visit)
            and visit.reception_id != brief.registration.reception_id
        ][:MOST]
