"""Disclosures: everybody × every step, against docs/permissions-programmes.md."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from portal.permissions import anybody
from portal.publications import Disclosure
from tests.citizens.roles.people import EVERYBODY
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.rooms import (
    holds_contents,
    leads,
    loosen,
    status,
    walk_of,
    works_in,
    wrong_forms,
)

pytestmark = pytest.mark.django_db
HOME = "nguoi-co-cong"
WORDS = {
    "leader": leads,
    "coordinator": lambda who: "coordinator" in roles(who),
    "its unit": lambda who: works_in(who, HOME),
    "–": lambda who: False,
}


def things(people, units) -> list[Disclosure]:
    """A draft, one that is on show, one that was taken back."""
    today, director = timezone.localdate(), people["director"]
    facts = {"ground": "ngan-sach", "title": "Dự toán", "summary": "12 tỷ", "unit": units[HOME]}
    found = [Disclosure.note_disclosure(by=people["officer"], on=today, **facts) for _ in range(3)]
    for one in found[1:]:
        one.release(by=director, on=today)
    found[2].retract(by=director, on=today, reason="Đã có bản thay thế")
    return found


walk = walk_of(things)


def sees(one: Disclosure, who: str) -> bool:
    if not holds_contents(who):
        return False
    close = leads(who) or roles(who) & {"coordinator", "editor"} or works_in(who, HOME)
    return bool(close) or one.stage == "released"


def may(step: str, who: str) -> bool:
    taken, prepared = steps("Disclosures")[step]
    return any(WORDS[words](who) for words in (*taken, *prepared))


def cells(found: list[Disclosure]) -> Iterator[tuple]:
    for one in found:
        one.refresh_from_db()
        for who in EVERYBODY:
            (expected,) = status(who, sees(one, who))
            yield who, one.get_absolute_url(), expected, None
            for step in one.workflow:
                if step.sources:
                    ready = expected == 200 and not step.missing(one) and may(step.name, who)
                    yield who, f"{one.get_absolute_url()}{step.path}/", expected, ready


@pytest.mark.parametrize("one_in", [16, pytest.param(1, marks=pytest.mark.slow)])
def test_everybody_may_what_the_page_says_and_nothing_else(walk, one_in):
    world, found = walk
    assert list(wrong_forms(world, cells(found), one_in=one_in))[:20] == []


def test_a_rule_that_lets_everybody_release_would_be_seen(walk, monkeypatch):
    world, found = walk
    loosen(monkeypatch, Disclosure, "release", anybody)
    assert any(wrong_forms(world, cells(found[:1]), only="cong-khai-ra-ngoai"))
