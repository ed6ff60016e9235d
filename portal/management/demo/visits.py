"""Who comes to the invented office: some of those who write, and what they are told."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import cycle
from typing import Any

from citizens.models import Party, Reception, ReceptionPlace, Representative, Visit
from citizens.models.visit.vocabulary import Result, VisitKind
from portal.working_days import calendar

from .office import Staff, read

SINCE = timedelta(days=75)
EVERY = 2
"""Somebody comes each second working day; to a leader's day come two."""
AGENCY = {Result.GUIDED: "guided_to", Result.FORWARDED: "forwarded_to"}


def receive(staff: Staff, *, today: date) -> None:
    """The register of the last weeks, two lines of it in the book of its own."""
    stories = cycle(read("visits.toml")["visit"])
    people = cycle(Party.objects.filter(role=Party.Role.SENDER).exclude(address="")[:23])
    for on, sitting in sittings(today):
        visit(next(stories), next(people), staff, on=on, today=today, **sitting)
    for days in (40, 11):
        on = calendar().on_or_before(today - timedelta(days=days))
        sealed = {"petition_kind": "to_cao", "result": Result.GUIDED, "receiver": staff["lan"]}
        Visit.register(by=staff["lan"], on=on, received_on=on, kind=VisitKind.REGULAR, **sealed)


def sittings(today: date) -> Iterator[tuple[date, dict[str, Any]]]:
    """The days in order, a leader's own with who held it."""
    came = Reception.objects.held().filter(nobody_came=False)
    held = came.filter(date__gte=today - SINCE, date__lt=today)
    leaders = {session.date: session for session in held}
    day, end = calendar().on_or_after(today - SINCE), calendar().subtract(today, 1)
    number = 0
    while day <= end:
        number += 1
        if session := leaders.get(day):
            sitting = {"kind": session.kind, "host": session.host}
            yield from ((day, sitting), (day, sitting))
        elif number % EVERY == 0:
            yield day, {"kind": VisitKind.REGULAR}
        day = calendar().add(day, 1)


def visit(
    story: dict[str, Any], party: Party, staff: Staff, *, on: date, today: date, **sitting: Any
) -> None:
    """A line of the register; what else was told in the same visit has lines of its own."""
    entered = enter(story, party, staff, on=on, **sitting)
    tell(entered, story, staff, on=on, today=today)
    for other in story.get("also", ()):
        beside = enter(other, party, staff, on=on, part_of=entered, **sitting)
        tell(beside, other, staff, on=on, today=today)


def enter(story: dict[str, Any], party: Party, staff: Staff, *, on: date, **more: Any) -> Visit:
    told = {name: story.get(name, "") for name in ("answer", "handled_by", "ground")}
    if column := AGENCY.get(story["result"]):
        told[column] = story["agency"]
    people = story.get("people", 1)
    return Visit.register(
        by=staff["lan"],
        on=on,
        received_on=on,
        receiver=staff["lan"],
        place=ReceptionPlace.objects.order_by("pk").first(),
        name=party.name,
        gender=party.gender,
        birth_year=party.birth_year,
        id_number=party.id_number,
        address=party.address,
        content=story["content"],
        petition_kind=story["kind"],
        field=staff.fields.get(story["field"]),
        competent=story.get("competent", True),
        result=story["result"],
        people=people,
        representatives=[Representative(name="Lường Văn Hậu")] if people > 1 else (),
        appointed_on=on if people > 1 else None,
        **told,
        **more,
    )


def tell(visit: Visit, story: dict[str, Any], staff: Staff, *, on: date, today: date) -> None:
    """What is owed is sent in time, but for the last ones."""
    refused = "ground" in story
    answered_on = calendar().add(on, 2 if refused else 6)
    if "told" not in story or answered_on >= today:
        return
    notice = {"number": f"{100 + visit.pk}/TB-SLĐTBXH", "dated_on": answered_on}
    if refused:
        visit.send_refusal(by=staff["lan"], on=answered_on, **notice)
    else:
        visit.tell_result(by=staff["lan"], on=answered_on, told_as=story["told"], **notice)
