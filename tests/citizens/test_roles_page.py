"""docs/permissions.md and the rules say the same, of everybody, every step and every stage."""

from datetime import date

import pytest
from django.utils import timezone

from citizens.models import Case, Denunciation, Petition, Protection, Reception, Visit
from portal.people import Role
from tests.citizens.roles.people import EVERYBODY, NOBODY, SEATS
from tests.citizens.roles.rights import SECTIONS, WORDS, may, seen_by_role, sees, steps

pytestmark = pytest.mark.django_db
STAFF = [who for who in EVERYBODY if who != NOBODY]


@pytest.fixture(scope="module")
def today() -> date:
    return timezone.localdate()


def user_of(world, who):
    world.people[who].forget_positions()
    return world.people[who]


def differences(world, who, on) -> list[str]:
    """Of what is hidden from somebody no step is asked: the matrix finds nothing there."""
    user, found = user_of(world, who), []
    for thing in world.things.values():
        for step in thing.item.workflow:
            if step.sources and who not in thing.hidden_from:
                told = (may(who, step.name, thing, 0), may(who, step.name, thing, 1))
                ruled = (
                    step.may_take(user, thing.item, on=on),
                    step.may_prepare(user, thing.item, on=on),
                )
                if told != ruled:
                    found.append(f"{step.name} of {thing.name}: page {told}, rules {ruled}")
    return found


@pytest.mark.parametrize("who", STAFF)
def test_who_takes_and_who_prepares_each_step(world, who, today):
    assert differences(world, who, today) == []


@pytest.mark.parametrize("who", STAFF)
def test_what_each_position_sees(world, who, today):
    user = user_of(world, who)
    told = {thing.code for thing in world.things.values() if sees(who, thing)}
    ruled = {
        code
        for model in (Petition, Case, Visit, Reception, Denunciation, Protection)
        for code in model.objects.visible_to(user, on=today).values_list("code", flat=True)
    }
    assert ruled == told


def test_every_role_sits_in_the_office_and_stands_on_the_page():
    assert {seat.role for seat in SEATS.values()} == set(Role.values) == set(seen_by_role())


@pytest.mark.parametrize("section", SECTIONS.values())
def test_the_page_uses_words_that_mean_something(section):
    said = {words for parts in steps(section).values() for part in parts for words in part}
    assert said <= set(WORDS)


@pytest.mark.parametrize("who", STAFF)
def test_who_gives_instructions_about_a_case_and_nobody_about_a_sealed_one(world, who):
    proposed, sealed = world.things["proposed"], world.things["sealed"]
    asked = [f"/chi-dao/moi/?ve={thing.item.stream}" for thing in (proposed, sealed)]
    statuses = [world.ask(who, "GET", address).status_code for address in asked]
    gives = WORDS["leader"](who, proposed) or WORDS["head"](who, proposed)
    assert statuses == [200 if gives and sees(who, proposed) else 404, 404]
