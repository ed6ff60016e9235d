"""Conferences of the office and of a division × everybody × every step, by docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from democracy.models import Conference
from democracy.models.conference.conference import Conferences
from portal.permissions import anybody
from tests.citizens.roles.people import EVERYBODY, NOBODY, SEATS
from tests.citizens.roles.rights import heads as heads_division
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.rooms import holds_contents, leads, loosen, walk_of
from tests.democracy.conference.conftest import go_through, meet, planned, resolve, vote

pytestmark = pytest.mark.django_db
OFFICE, HOME, APART = "so", "nguoi-co-cong", "dich-vu-viec-lam"
TODAY = timezone.localdate
FEW = ("director", "head", "coordinator", "staff_representative", "officer", "officer_elsewhere")
SEE_ALL = {"coordinator", "inspection_board", "staff_representative"}


def heads(who: str, unit: str) -> bool:
    if unit == OFFICE:
        return leads(who)
    return heads_division(who, unit)


WORDS = {
    "head of its unit": heads,
    "coordinator": lambda who, unit: "coordinator" in roles(who),
    "staff representative": lambda who, unit: "staff_representative" in roles(who),
    "–": lambda who, unit: False,
}


def may(step: str, who: str, unit: str) -> bool:
    taken, prepared = steps("Conferences")[step]
    return any(WORDS[words](who, unit) for words in (*taken, *prepared))


def sees(who: str, unit: str) -> bool:
    if not holds_contents(who):
        return False
    if leads(who) or roles(who) & SEE_ALL:
        return True
    seat = SEATS[who]
    in_a_unit = seat.place != seat.role  # a body is called by the role of its people
    return seat.place == unit or (unit == OFFICE and in_a_unit and seat.place != APART)


def conferences(people, units) -> list[tuple[str, Conference]]:
    """One being prepared, one that has met, one with a resolution that was checked."""
    by, year, found = people["coordinator"], TODAY().year, []
    for unit, stage in ((OFFICE, 0), (HOME, 1), (HOME, 2), (APART, 0)):
        one = planned(units[unit], by=by, on=TODAY(), work_year=year - stage)
        found.append((unit, one))
        if stage:
            meet(one, by=by, on=TODAY(), present=36)
        if stage == 1:
            one.sign_pledge(by=people["head"], on=TODAY(), text="x", signed_on=TODAY())
        if stage == 2:
            go_through(one, by=by, on=TODAY(), head=people["head"])
            vote(one, by=by, on=TODAY())
            resolve(one, by=by, on=TODAY(), focal=units[unit])
            one.check_resolution(by=by, on=TODAY(), checked_on=TODAY(), text="x")
    return found


def status_for(who: str, unit: str) -> int:
    if who == NOBODY:
        return 302
    return 200 if sees(who, unit) else 404


def ready(one: Conference, unit: str, who: str) -> set[str]:
    return {
        step.path
        for step in one.workflow
        if one.stage in step.sources and not step.missing(one) and may(step.name, who, unit)
    }


walk = walk_of(conferences)


def faults(walk) -> Iterator[str]:
    """Every page as everybody finds it: whether it is there, and which steps it offers."""
    world, found = walk
    for unit, one in found:
        one.refresh_from_db()
        for who in EVERYBODY:
            answer = world.ask(who, "GET", one.get_absolute_url(), {})
            if answer.status_code != status_for(who, unit):
                yield f"{who} {one.code}: {answer.status_code}"
            elif answer.status_code == 200:
                page = answer.content.decode()
                shown = {step.path for step in one.workflow if f"/{step.path}/" in page}
                if shown != ready(one, unit, who):
                    yield f"{who} {one.code}: {shown ^ ready(one, unit, who)}"


def at_the_door(walk, *, only: str = "") -> Iterator[str]:
    """The pages of the steps, asked for by few."""
    world, found = walk
    for unit, one in found[:3]:
        steps_here = [step for step in one.workflow if one.stage in step.sources]
        for who, step in ((who, step) for who in FEW for step in steps_here if only in step.path):
            answer = world.ask(who, "GET", f"{one.get_absolute_url()}{step.path}/", {})
            status = status_for(who, unit)
            form = status == 200 and step.path in ready(one, unit, who)
            if (answer.status_code, b'action="./"' in answer.content) != (status, form):
                yield f"{who} {one.code} {step.path}: {answer.status_code}, not {status}, {form}"


def test_everybody_may_what_the_page_says_and_nothing_else(walk):
    assert [*faults(walk), *at_the_door(walk)][:30] == []


def test_a_conference_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets whose staff met."""
    monkeypatch.setattr(Conferences, "visible_to", lambda self, user, *, on: self)
    assert any(at_the_door(walk, only="ghi-bieu-quyet"))


def test_a_resolution_that_anybody_checks_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    loosen(monkeypatch, Conference, "check_resolution", anybody)
    assert any(at_the_door(walk, only="kiem-tra"))


def test_a_pledge_signed_for_the_union_by_the_head_would_be_seen(walk, monkeypatch):
    """A planted defect: the head signs in the representative's place."""
    loosen(monkeypatch, Conference, "cosign", Conference.workflow["sign_pledge"].rule)
    assert any(at_the_door(walk, only="ky-cung"))
