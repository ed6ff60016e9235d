"""Rounds and sheets × everybody × every step, against docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import partial

import pytest
from django.utils import timezone

from democracy.models import CriteriaVersion, RatingRound, ScoreSheet
from portal.permissions import anybody
from portal.working_days import days_after
from tests.citizens.roles.people import EVERYBODY
from tests.citizens.roles.rights import heads, roles, steps
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
from tests.democracy.rating.conftest import review_all, score_all

pytestmark = pytest.mark.django_db
RATED = "dich-vu-viec-lam"
TODAY = timezone.localdate


WORDS = {
    "leader": leads,
    "director": lambda who: "director" in roles(who),
    "coordinator": lambda who: "coordinator" in roles(who),
    "clerk": lambda who: "clerk" in roles(who),
    "its unit": lambda who: works_in(who, RATED),
    "head of its unit": lambda who: heads(who, RATED),
    "–": lambda who: False,
}


def may(section: str, step: str, who: str) -> bool:
    taken, prepared = steps(section)[step]
    return any(WORDS[words](who) for words in (*taken, *prepared))


def sees_sheet(who: str) -> bool:
    return leads(who) or "coordinator" in roles(who) or works_in(who, RATED)


def subjects_of(people, units) -> list:
    """A round that can be decided, one that cannot; sheets at every stage of the centre."""
    CriteriaVersion.deliver()
    first, second, third, fourth = CriteriaVersion.objects.filter(rates="unit").exclude(
        code="chau-thanh-2020"
    )
    sheets = {}
    for criteria, stage in zip(
        (first, second, third, fourth), ("self", "sent", "appraised", "decided"), strict=True
    ):
        sheets[stage] = laid_out(criteria, people, units)
    by, scorer = people["coordinator"], people["verifier"]
    for stage in ("sent", "appraised", "decided"):
        sheet = sheets[stage]
        score_all(sheet, by=scorer, on=TODAY())
        sheet.self_scored_on, sheet.stage = TODAY(), "sent"
        sheet.save()
    for stage in ("appraised", "decided"):
        review_all(sheets[stage], by=by, on=TODAY())
        sheets[stage].finish_appraisal(by=by, on=TODAY())
    sheets["decided"].round.rate(by=people["director"], on=TODAY())
    rounds = [sheets[stage].round for stage in ("self", "appraised", "decided")]
    return [("Score sheets", sheet) for sheet in sheets.values()] + [
        ("Rounds", one) for one in rounds
    ]


def laid_out(criteria, people, units) -> ScoreSheet:
    one = RatingRound.open_round(
        by=people["coordinator"], on=TODAY(), criteria=criteria, year=date.today().year,
        self_due=days_after(TODAY(), 5), review_due=days_after(TODAY(), 9), rated=[units[RATED]],
    )  # fmt: skip
    return one.sheets.get()


def cells(subjects):
    """(who, method, address, statuses) for every page and every step."""
    for section, subject in subjects:
        subject.refresh_from_db()
        for who in EVERYBODY:
            seen = sees_sheet(who) if section == "Score sheets" else holds_contents(who)
            yield who, "GET", subject.get_absolute_url(), status(who, seen)
            rule = partial(may, section, who=who)
            yield from steps_on_pages(subject, who, seen=seen, may=rule)


walk = walk_of(subjects_of)


def faults(walk, **which) -> Iterator[str]:
    world, subjects = walk
    return wrong_answers(world, cells(subjects), **which)


def test_a_part_of_what_the_page_says_holds(walk):
    assert list(faults(walk, one_in=16)) == []


@pytest.mark.slow
def test_everybody_may_what_the_page_says_and_nothing_else(walk):
    assert list(faults(walk)) == []


def test_a_unit_that_appraises_itself_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    loosen(monkeypatch, ScoreSheet, "appraise", anybody)
    assert any(faults(walk, only=f"{ScoreSheet.workflow['appraise'].path}/"))


def test_a_sheet_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets whose sheet it is."""
    from democracy.models.rating.sheet import ScoreSheets

    monkeypatch.setattr(ScoreSheets, "visible_to", lambda self, user, *, on: self)
    assert any(faults(walk, only="phieu-diem/XL-"))
