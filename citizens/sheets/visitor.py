"""Who comes: how often before, about what, and what was already answered on which paper."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import QuerySet

from portal.people import User
from portal.text import day, lower_first

from ..models import Paper, Party, Petition, Visit
from ..models.vocabulary import INTERNAL_PAPERS

SHOWN = 5
OF_THE_PERSON = ("name", "gender", "birth_year", "address", "phone")
"""What nobody types a second time."""


@dataclass(frozen=True)
class Letter:
    """A petition of the visitor, its case, and the last paper that the visitor got about it."""

    petition: Any
    paper: Any

    @property
    def answered(self) -> str:
        """ "đã trả lời bằng văn bản số 12/…, ngày 03/8/2026", or ''."""
        if self.paper is None:
            return ""
        kind = lower_first(self.paper.get_kind_display())
        return f"đã trả lời bằng {kind} số {self.paper.number}, ngày {day(self.paper.dated_on)}"


@dataclass(frozen=True)
class Visitor:
    """What the office knows of a person by the number of an identity paper."""

    count: int
    visits: Sequence[Visit]
    letters: Sequence[Letter]
    person: dict[str, Any]
    """Name, address, telephone as they were written down last."""

    @property
    def words(self) -> str:
        if not self.count:
            return "Chưa đến lần nào" if not self.letters else "Chưa đến lần nào, đã gửi đơn"
        return f"Đã đến {self.count} lần, gần nhất ngày {day(self.visits[0].received_on)}"


def earlier_visits(id_number: str, *, user: User, on: date) -> QuerySet[Visit]:
    """Plain visits of this person that the reader may see: newest first."""
    seen = Visit.objects.visible_to(user, on=on).plain()
    return seen.filter(id_number=id_number).order_by("-received_on", "-pk")


def visitor(id_number: str, *, user: User, on: date) -> Visitor | None:
    """None while no number is known."""
    if not id_number:
        return None
    rows = earlier_visits(id_number, user=user, on=on)
    visits = list(rows.select_related("petition")[:SHOWN])
    counted = rows.filter(own_visit=True)
    count = sum(visit.own_visit for visit in visits) if len(visits) < SHOWN else counted.count()
    letters = letters_of(id_number, user=user, on=on)
    return Visitor(count, visits, letters, last_known(id_number, visits, letters))


def last_known(
    id_number: str, visits: Sequence[Visit], letters: Sequence[Letter]
) -> dict[str, Any]:
    """Of the last visit, else of the last letter; only of those that the reader sees."""
    if visits:
        return facts_of_person(visits[0])
    sent = Party.objects.filter(petition__in=[each.petition.pk for each in letters])
    rows = sent.filter(id_number=id_number).select_related("commune").order_by("-petition")
    sender = rows.first() if letters else None
    if sender is None:
        return {}
    told = facts_of_person(sender)
    address = ", ".join(str(part) for part in (sender.address, sender.commune) if part)
    return told | {"address": address}


def facts_of_person(row: Any) -> dict[str, Any]:
    return {name: value for name in OF_THE_PERSON if (value := getattr(row, name))}


def letters_of(id_number: str, *, user: User, on: date) -> list[Letter]:
    seen = Petition.objects.visible_to(user, on=on).plain()
    rows = seen.filter(parties__id_number=id_number).distinct().order_by("-pk")
    petitions = list(rows.select_related("case", "unit")[:SHOWN])
    papers = last_papers(petitions)
    return [Letter(each, papers.get(each.pk)) for each in petitions]


def last_papers(petitions: Sequence[Any]) -> dict[int, Any]:
    """The newest paper that went out about each petition or its case."""
    cases = {each.case.pk: each.pk for each in petitions if hasattr(each, "case")}
    own = Paper.objects.filter(petition__in=[each.pk for each in petitions])
    found = own | Paper.objects.filter(case__in=list(cases))
    sent = found.exclude(dated_on=None).exclude(kind__in=INTERNAL_PAPERS)
    return {
        paper.petition_id or cases[paper.case_id]: paper
        for paper in sent.filter(voided_on=None).order_by("dated_on", "pk")
    }
