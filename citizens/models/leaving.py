"""What somebody who leaves has of citizens' business: petitions, cases, teams, visits.

Numbers, clocks and last days stay; an assignment says since when the successor has it. Nothing of
the own book is handed over or told of: it goes back to its unit, whose head gives it out anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal import history
from portal.leaving import Going, Told, hands_over
from portal.people import User

from .case import Case
from .handover.cases import STILL_OPEN
from .petition import Petition
from .verification import VerificationMember

TO_THE_UNIT = "người nhận không thuộc đơn vị này; chờ thủ trưởng đơn vị phân công"


@hands_over("Đơn đang mở", place=10)
def petitions(going: Going) -> Iterator[Told]:
    rows = Petition.objects.filter(STILL_OPEN, officer=going.person).order_by("pk")
    for petition in rows:
        why = given(petition, going)
        if not petition.sealed:
            yield petition.code, why


@hands_over("Vụ việc đang giải quyết", place=12)
def cases(going: Going) -> Iterator[Told]:
    for case in Case.objects.open().filter(officer=going.person).order_by("pk"):
        item = Case.of_kind(case)
        why = given(item, going)
        if item.keeps_words:
            yield item.code, why


@hands_over("Tổ xác minh đang làm việc", place=14)
def teams(going: Going) -> Iterator[Told]:
    """Who verifies stands in a signed decision: only another decision changes it."""
    seats = VerificationMember.objects.filter(user=going.person, case__closed_on=None)
    for seat in seats.select_related("case").order_by("pk"):
        if Case.of_kind(seat.case).keeps_words:
            yield seat.case.code, "thành viên Tổ xác minh thay đổi bằng quyết định"


def given(item: Any, going: Going) -> str:
    """'' where the successor has it now; else why it waits in its unit."""
    fits = item.keeps_words and going.heir_works_in(item.unit_id)
    hand(item, going.heir if fits else None, going)
    return "" if fits else TO_THE_UNIT


def hand(item: Any, officer: User | None, going: Going) -> None:
    item.lock()
    counted = item.counted()
    current = item.assignments.current().first()
    since = max(going.on, current.since if current else item.received_on)
    item.assignments.current().update(until=since)
    item.assignments.create(unit=item.unit, officer=officer, by=going.by, since=since)
    item.officer = officer
    item.version += 1
    item.save()
    item.recount(counted)
    to = str(officer) if officer else "đơn vị, chờ phân công"
    history.record(
        item.stream,
        "hand_over",
        by=going.by.key,
        on=going.on,
        label=f"Giao lại khi thôi làm việc: {going.person} → {to}",
        facts={"from": going.person.key, "to": officer.key if officer else ""},
    )
