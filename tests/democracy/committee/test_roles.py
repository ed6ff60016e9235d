"""A committee × everybody × every step, against docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from democracy.models import CommitteeVersion
from portal.permissions import anybody
from tests.citizens.roles.people import HOME, NOBODY
from tests.citizens.roles.rights import heads, roles, steps
from tests.citizens.roles.rooms import (
    holds_contents,
    leads,
    loosen,
    status,
    walk_of,
    works_in,
    wrong_answers,
)

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
WALKERS = (
    *("director", "deputy_elsewhere", "coordinator", "head", "officer", "head_elsewhere"),
    *("officer_elsewhere", "clerk", "administrator", "inspection_board", "newcomer", NOBODY),
)


WORDS = {
    "its unit": lambda who: works_in(who, HOME),
    "signer": lambda who: heads(who, HOME),
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


def versions(people, units) -> list:
    by, on, unit = people["head"], TODAY(), units[HOME]
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
            yield who, "GET", at, status(who, seen)
            yield who, "GET", f"{at}phan-cong/", status(who, seen)
            open_steps = [step for step in version.workflow if version.stage in step.sources]
            for step in open_steps[: None if seen else 1]:
                ready = not step.missing(version) and may(step.name, who)
                expected = status(who, seen, (302, 422) if ready else (409,))
                yield who, "POST", f"{at}{step.path}/", expected


walk = walk_of(versions)


def faults(walk, **which) -> Iterator[str]:
    world, found = walk
    return wrong_answers(world, cells(found), **which)


@pytest.mark.parametrize("one_in", [4, pytest.param(1, marks=pytest.mark.slow)])
def test_everybody_may_what_the_page_says_and_nothing_else(walk, one_in):
    assert list(faults(walk, one_in=one_in)) == []


def test_a_decision_that_everybody_signs_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    loosen(monkeypatch, CommitteeVersion, "end_committee", anybody)
    assert any(faults(walk, only=f"{CommitteeVersion.workflow['end_committee'].path}/"))
