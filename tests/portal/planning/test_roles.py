"""Every address of plans and tasks × everybody × every step, against docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from portal.office import Setting, kept_settings
from portal.permissions import anybody
from portal.planning import Plan, TaskUnit
from tests.cast import LONG_AGO
from tests.citizens.roles.people import EVERYBODY
from tests.citizens.roles.rights import roles, steps
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
DAY = date(2026, 5, 6)
HOME, OFFICE = "dich-vu-viec-lam", "van-phong"
DRAFTER = "coordinator"
"""``verifier`` is the officer of the centre; the head of the centre is added."""


WORDS = {
    "leader": leads,
    "signer": leads,
    "drafter": lambda who: who == DRAFTER,
    "coordinator": lambda who: "coordinator" in roles(who),
    "clerk": lambda who: "clerk" in roles(who),
    "following unit": lambda who: works_in(who, OFFICE),
    "issuing unit": lambda who: works_in(who, "so"),
    "receiving unit": lambda who: works_in(who, HOME),
    "its unit": lambda who: works_in(who, HOME),
    "head of its unit": lambda who: False,
    "finance unit": lambda who: works_in(who, "lao-dong"),
    "–": lambda who: False,
}


def may(section: str, step: str, who: str) -> bool:
    taken, prepared = steps(section)[step]
    return any(WORDS[words](who) for words in (*taken, *prepared))


def sees_draft(who: str) -> bool:
    if leads(who) or "coordinator" in roles(who):
        return True
    return works_in(who, OFFICE) or works_in(who, "so")


def plans_of(people, units) -> dict:
    """A draft, one that waits for its number, one in force, and the centre's share of it."""
    Setting.objects.create(name="finance_unit", value="lao-dong", valid_from=LONG_AGO)
    kept_settings.forget()
    by, director, clerk = people[DRAFTER], people["director"], people["clerk"]
    plans = {}
    for name in ("draft", "signed", "issued"):
        plan = Plan.draw_up(
            by=by, on=DAY, programme="khac", title=f"Kế hoạch {name}", unit=units["so"],
            coordinating_unit=units[OFFICE], year=2026, from_on=date(2026, 1, 1),
            to_on=date(2026, 12, 31),
        )  # fmt: skip
        plan.add_task(by=by, on=DAY, text="Việc", lead_unit=units[HOME], due=date(2026, 6, 30),
                      time_kind="deadline")  # fmt: skip
        plan.address_to(by=by, on=DAY, units=[units[HOME]])
        plans[name] = plan
    for name in ("signed", "issued"):
        plans[name].issue(by=director, on=DAY)
    plans["issued"].send_out(by=clerk, on=DAY, number="01", symbol="KH-S", dated_on=DAY)
    plans["share"] = plans["issued"].shares.get()
    return plans


def subjects(plans):
    for name in ("draft", "signed", "issued"):
        yield "Plans", plans[name], name
    yield "Tasks", plans["share"], "share"


def cells(plans):
    """(who, method, address, statuses) for every page and every step."""
    for section, subject, name in subjects(plans):
        subject.refresh_from_db()
        for who in EVERYBODY:
            seen = holds_contents(who) if name in ("issued", "share") else sees_draft(who)
            yield who, "GET", subject.get_absolute_url(), status(who, seen)
            for step in subject.workflow:
                if not step.sources:
                    continue
                address = f"{subject.get_absolute_url()}{step.path}/"
                yield who, "GET", address, status(who, seen)
                ready = not step.missing(subject) and may(section, step.name, who)
                expected = (302, 422) if ready else (409,)
                yield who, "POST", address, status(who, seen, expected)


walk = walk_of(plans_of)


def faults(walk, **which) -> Iterator[str]:
    world, plans = walk
    return wrong_answers(world, cells(plans), **which)


@pytest.mark.parametrize("one_in", [20, pytest.param(1, marks=pytest.mark.slow)])
def test_everybody_may_what_the_page_says_and_nothing_else(walk, one_in):
    assert list(faults(walk, one_in=one_in))[:30] == []


def test_a_rule_that_lets_everybody_confirm_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    loosen(monkeypatch, TaskUnit, "raise_issue", anybody)
    assert any(faults(walk, only="bao-vuong-mac"))


def test_a_draft_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets who may see a draft."""
    from portal.planning.plans import Plans

    monkeypatch.setattr(Plans, "visible_to", lambda self, user, *, on: self)
    assert any(faults(walk, only="KH-2026-0001/"))
