"""What somebody who leaves has of citizens' business: petitions, cases, teams, visits.

Numbers, clocks and last days stay; an assignment says since when the successor has it. Nothing of
the own book is handed over or told of: it goes back to its unit, whose head gives it out anew.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from portal import history
from portal.leaving import Going, Told, hands_over
from portal.leaving.held import note
from portal.people import Position, User

from .case import Case
from .denunciation import Denunciation
from .handover.cases import STILL_OPEN
from .leave import Cover, Leave
from .petition import Petition
from .reception import Reception
from .reception.vocabulary import ReceptionStage
from .verification import VerificationMember
from .visit import Visit
from .visit.vocabulary import VisitStage

TO_THE_UNIT = "người nhận không thuộc đơn vị này; chờ thủ trưởng đơn vị phân công"


@hands_over("Đơn đang mở", "citizens.Petition.officer", "citizens.Denunciation.officer", place=10)
def petitions(going: Going) -> Iterator[Told]:
    rows = Petition.objects.filter(STILL_OPEN, officer=going.person).order_by("pk")
    for petition in rows:
        why = given(petition, going)
        if not petition.sealed:
            yield petition.code, why
    Denunciation.objects.open().filter(officer=going.person).update(officer=None)


@hands_over("Vụ việc đang giải quyết", "citizens.Case.officer", place=12)
def cases(going: Going) -> Iterator[Told]:
    for case in Case.objects.open().filter(officer=going.person).order_by("pk"):
        item = Case.of_kind(case)
        why = given(item, going)
        if item.keeps_words:
            yield item.code, why


@hands_over("Tổ xác minh đang làm việc", "citizens.VerificationMember.user", place=14)
def teams(going: Going) -> Iterator[Told]:
    """Who verifies stands in a signed decision: only another decision changes it."""
    seats = VerificationMember.objects.filter(user=going.person, case__closed_on=None)
    for seat in seats.select_related("case").order_by("pk"):
        if Case.of_kind(seat.case).keeps_words:
            yield seat.case.code, "thành viên Tổ xác minh thay đổi bằng quyết định"


@hands_over("Vụ việc chờ ký", "citizens.Case.settler", place=15)
def settlers(going: Going) -> Iterator[Told]:
    """To whoever holds the same post; until somebody does, nobody is named. Nothing is told."""
    posts = {row.pk: row for row in Position.objects.filter(user=going.person)}
    for case in Case.objects.open().filter(settler__in=posts).order_by("pk"):
        case.settler = going.post_after(posts[case.settler_id])
        case.save(update_fields=["settler"])
        note(
            case.stream,
            going,
            "Đổi người giải quyết",
            to=case.settler.user if case.settler else None,
        )
    yield from ()


@hands_over("Buổi tiếp công dân sẽ chủ trì", "citizens.Reception.host_position", place=16)
def receptions(going: Going) -> Iterator[Told]:
    """To whoever holds the same post; else the chair is empty, and the schedule says so."""
    posts = {row.pk: row for row in Position.objects.filter(user=going.person)}
    planned = Reception.objects.filter(stage=ReceptionStage.PLANNED, host_position__in=posts)
    for session in planned.order_by("pk"):
        after = going.post_after(posts[session.host_position_id])
        session.host_position = after
        session.save(update_fields=["host_position"])
        note(session.stream, going, "Đổi người chủ trì", to=after.user if after else None)
        yield session.code, "" if after else "chưa có người kế nhiệm chức vụ; đổi người chủ trì"


@hands_over("Kết quả tiếp công dân phải báo", "citizens.Visit.receiver", place=17)
def visits(going: Going) -> Iterator[Told]:
    """Who received them stays in the book; the head of the unit finds what is owed."""
    rows = Visit.objects.filter(receiver=going.person, sealed=False)
    for visit in rows.filter(stage__in=(VisitStage.AWAITED, VisitStage.UNANNOUNCED)).order_by("pk"):
        yield visit.code, "thủ trưởng đơn vị báo cho công dân"


@hands_over(
    "Nghỉ, làm thay",
    *("citizens.Leave.person", "citizens.Leave.colleagues", "citizens.Cover.officer"),
    place=18,
)
def leaves(going: Going) -> Iterator[Told]:
    """What others do in this person's place stays theirs; what this one does for others goes on."""
    for leave in Leave.objects.filter(person=going.person, ended_on=None):
        leave.covers.current().update(returned_on=going.on)
        leave.ended_on = going.on
        leave.save(update_fields=["ended_on"])
        yield "Đợt nghỉ đang ghi", "kết thúc cùng chức vụ; việc ở lại với người đang làm thay"
    for cover in Cover.objects.current().filter(officer=going.person):
        cover.officer = cover.owner.officer or going.person
        cover.save(update_fields=["officer"])
    for leave in Leave.objects.filter(colleagues=going.person, ended_on=None):
        leave.colleagues.remove(going.person)
        if leave.person_id != going.heir.pk:
            leave.colleagues.add(going.heir)


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
