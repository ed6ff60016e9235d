"""Campaigns × everybody × every step, against docs/permissions-programmes.md."""

from __future__ import annotations

import pytest
from django.utils import timezone

from reforms.models import SurveyCampaign
from tests.citizens.roles.people import EVERYBODY, NOBODY, fill_the_office
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.world import World, undone
from tests.reforms.survey.conftest import campaign

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
SECTION = "Satisfaction"
WORDS = {
    "coordinator": lambda who: "coordinator" in roles(who),
    "reform officer": lambda who: "reform_officer" in roles(who),
    "–": lambda who: False,
}


@pytest.fixture(scope="module")
def walk(django_db_setup, django_db_blocker, calendar_as_delivered):
    with django_db_blocker.unblock(), undone():
        people, _ = fill_the_office()
        found = [campaign(people["reform_officer"]) for _ in range(2)]
        found[1].close_campaign(by=people["coordinator"], on=TODAY())
        yield World(people, {}), found


def may(who: str, step) -> bool:
    taken, prepared = steps(SECTION)[step.name]
    return any(WORDS[words](who) for words in (*taken, *prepared))


def test_everybody_sees_and_takes_what_the_page_says(walk):
    world, found = walk
    wrong = []
    for who in sorted(set(EVERYBODY) - {NOBODY}):
        user = world.people[who]
        shown = set(SurveyCampaign.objects.visible_to(user, on=TODAY()))
        wrong += [(who, len(shown))] if bool(shown) != bool(roles(who) - {"administrator"}) else []
        for one in found:
            open_to = {step.name for step in one.workflow.open_to(user, one, on=TODAY())}
            ready = {s.name for s in one.workflow if not s.missing(one) and may(who, s)}
            wrong += [(who, one.code, open_to ^ ready)] if open_to != ready else []
    assert wrong == []
