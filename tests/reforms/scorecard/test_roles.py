"""Campaigns and cards × everybody × every step, against docs/permissions-programmes.md."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

import pytest
from django.utils import timezone

from portal.permissions import anybody
from portal.working_days import days_after
from reforms.models import CardMark, Scorecard, ScorecardVersion, ScoringCampaign
from reforms.models.scorecard.campaign import DATES
from reforms.models.scorecard.card import Stage
from tests.citizens.roles.people import EVERYBODY, SEATS
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.rooms import (
    holds_contents,
    leads,
    loosen,
    status,
    steps_on_pages,
    walk_of,
    works_in,
    wrong_answers,
)
from tests.reforms.scorecard.conftest import best, regular

pytestmark = pytest.mark.django_db
SCORED = "dich-vu-viec-lam"
TODAY = timezone.localdate
FOLLOWERS = {"coordinator", "reform_officer", "procedure_officer"}


def heads(who: str, unit: str) -> bool:
    return bool(roles(who) & {"head", "deputy_head"}) and SEATS[who].place == unit


def appraises(who: str, of_the_office: bool) -> bool:
    if of_the_office:
        return "coordinator" in roles(who)
    return leads(who) or bool(roles(who) & {"coordinator", "reform_officer"})


def words_of(of_the_office: bool) -> dict:
    return {
        "director": lambda who: "director" in roles(who),
        "coordinator": lambda who: "coordinator" in roles(who),
        "reform officer": lambda who: "reform_officer" in roles(who),
        "its unit": lambda who: (
            "reform_officer" in roles(who) if of_the_office else works_in(who, SCORED)
        ),
        "head of its unit": lambda who: leads(who) if of_the_office else heads(who, SCORED),
        "appraiser": lambda who: appraises(who, of_the_office),
        "–": lambda who: False,
    }


def may(section: str, step: str, who: str, *, of_the_office: bool) -> bool:
    taken, prepared = steps(section)[step]
    return any(words_of(of_the_office)[words](who) for words in (*taken, *prepared))


def sees_card(who: str, *, of_the_office: bool) -> bool:
    if of_the_office:
        return holds_contents(who)
    return leads(who) or bool(roles(who) & FOLLOWERS) or works_in(who, SCORED)


def subjects_of(people, units) -> list:
    """A card of the centre at every stage, the office's own, a campaign that can be published."""
    ScorecardVersion.deliver()
    template = ScorecardVersion.objects.get(code="cchc-mau")
    by, found = people["reform_officer"], []
    for place, stage in enumerate(Stage.values):
        card = laid_out(template, by, units[SCORED], year=2022 + place)
        found.append(at(card, stage, by=by))
    found.append(laid_out(template, by, units["so"], year=2026, of_the_office=True))
    ready = [card.campaign for card in found if card.stage in (Stage.SELF, Stage.DONE)]
    ScoringCampaign.objects.filter(cards__stage=Stage.PUBLISHED).update(
        stage="published", published_on=TODAY(), published_by=people["director"]
    )
    known = ScoringCampaign.objects.get(stage="published")
    return [("Scorecards", card) for card in found] + [
        ("Scoring campaigns", one) for one in (*ready, known)
    ]


def laid_out(template, by, unit, *, year: int, of_the_office: bool = False) -> Scorecard:
    windows = {name: days_after(TODAY(), 5 * n) for n, name in enumerate(DATES, 1)}
    one = ScoringCampaign.open_campaign(
        by=by, on=TODAY(), criteria=template, year=year, of_the_office=of_the_office,
        scored=[unit], **windows,
    )  # fmt: skip
    return one.cards.get()


def at(card: Scorecard, stage: str, *, by) -> Scorecard:
    """As its verbs would leave it, with every line scored by both sides; one got less."""
    sides = {Stage.SELF: ()}.get(Stage(stage), ("self", "review"))
    CardMark.objects.bulk_create(
        CardMark(
            card=card, line=line.code, side=side, value=given.value, whole=given.whole,
            counts=list(given.counts), counted=points, points=points, on=TODAY(), by=by,
            sheet_version=1,
        )
        for side in sides
        for line in regular(card)
        for given in [best(line).entry]
        for points in [0 if (side, line.code) == ("review", "1.3") else line.top]
    )  # fmt: skip
    card.stage = stage
    card.open_until = days_after(TODAY(), 5) if stage in (Stage.SELF, Stage.EXPLAIN) else None
    card.count_again()
    card.save()
    return card


def cells(subjects):
    """(who, method, address, statuses) for every page and every step."""
    for section, subject in subjects:
        subject.refresh_from_db()
        office = getattr(subject, "of_the_office", None)
        office = subject.campaign.of_the_office if office is None else office
        for who in EVERYBODY:
            cards = section == "Scorecards"
            seen = sees_card(who, of_the_office=office) if cards else holds_contents(who)
            for more in ("", "diem-mat/", "cac-nam/", "tep/", "van-ban/") if cards else ("",):
                yield who, "GET", f"{subject.get_absolute_url()}{more}", status(who, seen)
            rule = partial(may, section, who=who, of_the_office=office)
            yield from steps_on_pages(subject, who, seen=seen, may=rule)


walk = walk_of(subjects_of)


def faults(walk, **which) -> Iterator[str]:
    world, subjects = walk
    return wrong_answers(world, cells(subjects), **which)


def test_a_part_of_what_the_page_says_holds(walk):
    assert list(faults(walk, one_in=40)) == []


@pytest.mark.slow
def test_everybody_may_what_the_page_says_and_nothing_else(walk):
    assert list(faults(walk)) == []


def test_a_unit_that_appraises_itself_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    loosen(monkeypatch, Scorecard, "appraise", anybody)
    assert any(faults(walk, only=f"{Scorecard.workflow['appraise'].path}/"))


def test_a_card_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets whose card it is."""
    from reforms.models.scorecard.card import Scorecards

    monkeypatch.setattr(Scorecards, "visible_to", lambda self, user, *, on: self)
    assert any(faults(walk, only="diem-mat/"))
