"""A committee × everybody × every step, against docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from django.utils import timezone

from democracy.models import CommitteeVersion
from portal.permissions import anybody
from tests.citizens.roles.people import HOME, NOBODY, SEATS, fill_the_office
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.walking import in_part
from tests.citizens.roles.world import World, undone
from tests.portal.planning.test_roles import holds_contents, leads, works_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
WALKERS = (
    *("director", "deputy_elsewhere", "coordinator", "head", "officer", "head_elsewhere"),
    *("officer_elsewhere", "clerk", "administrator", "inspection_board", "newcomer", NOBODY),
)


def heads(who: str) -> bool:
    return bool(roles(who) & {"head", "deputy_head"}) and SEATS[who].place == HOME


WORDS = {
    "its unit": lambda who: works_in(who, HOME),
    "signer": heads,
    "coordinator": lambda who: "coordinator" in roles(who),
    "clerk": lambda who: "clerk" in roles(who),
    "–": lambda who: False,
}


def may(step: str, who: str) -> bool:
    taken, prepared = steps("Steering committees")[step]
    return any(WORDS[words](who) for words in (*taken, *prepared))


def sees(version, who: str) -> bool:
    if not holds_contents(who):
        return False
    close = leads(who) or "coordinator" in roles(who) or works_in(who, HOME)
    return close or version.stage != "draft"


@pytest.fixture(scope="module")
def walk(django_db_setup, django_db_blocker, calendar_as_delivered):
    with django_db_blocker.unblock(), undone():
        people, units = fill_the_office()
        yield World(people, {}), versions(people, units[HOME])


def versions(people, unit) -> list:
    by, on = people["head"], TODAY()
    found = []
    for name in ("Ban Chỉ đạo", "Ban Vận động"):
        one = CommitteeVersion.compose(by=by, on=on, unit=unit, name=name)
        one.add_seat(by=by, on=on, role="truong-ban", post="Trưởng phòng", user=by)
        one.assign_duty(by=by, on=on, seat=one.seats.get(), text="Chỉ đạo chung")
        found.append(one)
    found[1].reconstitute(by=by, on=on, valid_from=on)
    return found


def cells(found):
    for version in found:
        version.refresh_from_db()
        for who in WALKERS:
            seen, at = sees(version, who), version.get_absolute_url()
            yield who, "GET", at, status(who, seen, (200,))
            yield who, "GET", f"{at}phan-cong/", status(who, seen, (200,))
            open_steps = [step for step in version.workflow if version.stage in step.sources]
            for step in open_steps[: None if seen else 1]:
                ready = not step.missing(version) and may(step.name, who)
                expected = status(who, seen, (302, 422) if ready else (409,))
                yield who, "POST", f"{at}{step.path}/", expected


def status(who: str, seen: bool, statuses: tuple[int, ...]) -> tuple[int, ...]:
    if who == NOBODY:
        return (302,)
    return statuses if seen else (404,)


def faults(walk, *, only: str = "", one_in: int = 1) -> Iterator[str]:
    world, found = walk
    for who, method, address, expected in cells(found):
        if only in address and in_part(one_in, who, method, address):
            sent = {"gui": "1"} if method == "POST" else {}
            got = world.ask(who, method, address, sent).status_code
            if got not in expected:
                yield f"{who} {method} {address}: {got}, not {expected}"


@pytest.mark.parametrize("one_in", [4, pytest.param(1, marks=pytest.mark.slow)])
def test_everybody_may_what_the_page_says_and_nothing_else(walk, one_in):
    assert list(faults(walk, one_in=one_in)) == []


def test_a_decision_that_everybody_signs_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    step = replace(CommitteeVersion.workflow["end_committee"], rule=anybody)
    monkeypatch.setitem(CommitteeVersion.workflow.steps, step.name, step)
    monkeypatch.setitem(CommitteeVersion.workflow.by_path, step.path, step)
    assert any(faults(walk, only=f"{step.path}/"))
