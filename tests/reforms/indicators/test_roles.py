"""Indicators × everybody × every step, against docs/permissions-programmes.md."""

from __future__ import annotations

from decimal import Decimal

import pytest
from django.utils import timezone

from reforms.models import Indicator
from tests.citizens.roles.people import EVERYBODY, HOME, NOBODY, SEATS
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.rooms import leads, walk_of, works_in

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate
SECTION = "Indicators"


def holds(*wanted: str):
    return lambda who: bool(roles(who) & set(wanted))


WORDS = {
    "leader": leads,
    "coordinator": holds("coordinator"),
    "reform officer": holds("reform_officer"),
    "its unit": lambda who: works_in(who, HOME),
    "head of its unit": lambda who: holds("head", "deputy_head")(who) and SEATS[who].place == HOME,
    "–": lambda who: False,
}


def indicators(people, units) -> list[Indicator]:
    """One of a unit, one of the office counted by the portal, one that is closed."""
    by, on = people["reform_officer"], TODAY()
    facts = {"unit_of_measure": "%", "direction": "tang", "area": "thu-tuc", "frequency": "nam",
             "unit": units[HOME], "source": "28-CT/TU"}  # fmt: skip
    found = [
        Indicator.draw_up(by=by, on=on, name=f"Chỉ tiêu {scope}", scope=scope, **facts)
        for scope in ("don-vi", "co-quan")
    ]
    for one in found:
        one.set_target(by=by, on=on, comparator="ge", value=Decimal(90), year=2030,
                       source="28-CT/TU", from_on=on)  # fmt: skip
        one.record_value(by=people["head"], on=on, period="2025", value=Decimal(80), evidence="BC")
    found[1].close(by=by, on=on, reason="Đã có chỉ tiêu khác")
    counted = Indicator.draw_up(by=by, on=on, name="Cổng tính", scope="don-vi",
                                figure="cases_opened", **facts)  # fmt: skip
    return [*found, counted]


walk = walk_of(indicators)


def sees(who: str, one) -> bool:
    if not roles(who) - {"administrator"}:
        return False
    follows = holds("coordinator", "reform_officer", "procedure_officer")(who)
    return leads(who) or follows or one.scope != "don-vi" or works_in(who, HOME)


def may(who: str, step) -> bool:
    taken, prepared = steps(SECTION)[step.name]
    return any(WORDS[words](who) for words in (*taken, *prepared))


ASKED = ("director", "officer", "officer_elsewhere", "administrator", NOBODY)


def test_everybody_sees_and_takes_what_the_page_says(walk):
    world, found = walk
    faults = []
    for who in set(EVERYBODY) - {NOBODY}:
        user = world.people[who]
        shown = set(Indicator.objects.visible_to(user, on=TODAY()))
        faults += [(who, one.name) for one in found if (one in shown) != sees(who, one)]
        faults += [fault for one in shown for fault in wrongly_open(user, who, one)]
    assert faults == []


def test_a_page_that_is_not_seen_does_not_exist(walk):
    world, found = walk
    one = found[0]
    asked = {who: world.ask(who, "GET", one.get_absolute_url(), {}).status_code for who in ASKED}
    assert asked == dict(zip(ASKED, (200, 200, 404, 404, 302), strict=True))


def wrongly_open(user, who: str, one) -> list:
    found = {step.name for step in one.workflow.open_to(user, one, on=TODAY())}
    ready = {step.name for step in one.workflow if not step.missing(one) and may(who, step)}
    return [] if found == ready else [(who, one.name, found ^ ready)]
