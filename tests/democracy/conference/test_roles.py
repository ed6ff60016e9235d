"""Conferences of the office and of a division × everybody × every step, by docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.utils import timezone

from democracy.models import Conference
from democracy.models.conference.conference import Conferences
from portal.permissions import anybody
from tests.citizens.roles.people import EVERYBODY, NOBODY, SEATS, fill_the_office
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.world import World, undone
from tests.democracy.conference.conftest import go_through, meet, planned, resolve, vote
from tests.portal.planning.test_roles import holds_contents, leads

pytestmark = pytest.mark.django_db
OFFICE, HOME, APART = "so", "nguoi-co-cong", "dich-vu-viec-lam"
TODAY = timezone.localdate
SEE_ALL = {"coordinator", "inspection_board", "staff_representative"}


def heads(who: str, unit: str) -> bool:
    if unit == OFFICE:
        return leads(who)
    return bool(roles(who) & {"head", "deputy_head"}) and SEATS[who].place == unit


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


@pytest.fixture(scope="module")
def walk(django_db_setup, django_db_blocker, calendar_as_delivered):
    with django_db_blocker.unblock(), undone():
        people, units = fill_the_office()
        yield World(people, {}), conferences(people, units)


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


def cells(found, only: str):
    """(who, address, status, whether a form is on the page)."""
    for unit, one in found:
        one.refresh_from_db()
        for who in EVERYBODY:
            status = 302 if who == NOBODY else 200 if sees(who, unit) else 404
            if not only:
                yield who, one.get_absolute_url(), status, None
            for step in one.workflow if unit != APART else ():
                address = f"{one.get_absolute_url()}{step.path}/"
                if one.stage in step.sources and only in address:
                    ready = not step.missing(one) and may(step.name, who, unit)
                    yield who, address, status, ready and status == 200


def faults(walk, *, only: str = "") -> Iterator[str]:
    world, found = walk
    for who, address, status, form in cells(found, only):
        answer = world.ask(who, "GET", address, {})
        shown = b'action="./"' in answer.content
        if answer.status_code != status or form not in (None, shown):
            yield f"{who} {address}: {answer.status_code}, form {shown}; not {status}, {form}"


def test_everybody_may_what_the_page_says_and_nothing_else(walk):
    assert list(faults(walk))[:30] == []


def test_a_conference_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets whose staff met."""
    monkeypatch.setattr(Conferences, "visible_to", lambda self, user, *, on: self)
    assert any(faults(walk, only="ghi-bieu-quyet"))


def test_a_resolution_that_anybody_adopts_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    step = Conference.workflow["check_resolution"]
    loose = replace(step, rule=anybody)
    monkeypatch.setitem(Conference.workflow.steps, step.name, loose)
    monkeypatch.setitem(Conference.workflow.by_path, step.path, loose)
    assert any(faults(walk, only=step.path))


def test_a_pledge_signed_for_the_union_by_the_head_would_be_seen(walk, monkeypatch):
    """A planted defect: the head signs in the representative's place."""
    step = Conference.workflow["cosign"]
    loose = replace(step, rule=Conference.workflow["sign_pledge"].rule)
    monkeypatch.setitem(Conference.workflow.steps, step.name, loose)
    monkeypatch.setitem(Conference.workflow.by_path, step.path, loose)
    assert any(faults(walk, only=step.path))
