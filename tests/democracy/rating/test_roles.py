"""Rounds and sheets × everybody × every step, against docs/permissions.md."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from django.utils import timezone

from democracy.models import CriteriaVersion, RatingRound, ScoreSheet
from portal.working_days import days_after
from tests.citizens.roles.people import EVERYBODY, NOBODY, SEATS, fill_the_office
from tests.citizens.roles.rights import roles, steps
from tests.citizens.roles.walking import in_part
from tests.citizens.roles.world import World, undone
from tests.democracy.rating.conftest import review_all, score_all
from tests.portal.planning.test_roles import holds_contents, leads, works_in

pytestmark = pytest.mark.django_db
RATED = "dich-vu-viec-lam"
TODAY = timezone.localdate


def heads(who: str, unit: str) -> bool:
    return bool(roles(who) & {"head", "deputy_head"}) and SEATS[who].place == unit


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


@pytest.fixture(scope="module")
def walk(django_db_setup, django_db_blocker, calendar_as_delivered):
    with django_db_blocker.unblock(), undone():
        people, units = fill_the_office()
        yield World(people, {}), subjects_of(people, units)


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
            yield who, "GET", subject.get_absolute_url(), answer(who, seen, (200,))
            for step in subject.workflow:
                if not step.sources:
                    continue
                address = f"{subject.get_absolute_url()}{step.path}/"
                if subject.stage in step.sources:
                    yield who, "GET", address, answer(who, seen, (200,))
                ready = not step.missing(subject) and may(section, step.name, who)
                yield who, "POST", address, answer(who, seen, (302, 422) if ready else (409,))


def answer(who: str, seen: bool, statuses: tuple[int, ...]) -> tuple[int, ...]:
    if who == NOBODY:
        return (302,)
    return statuses if seen else (404,)


def faults(walk, *, only: str = "", one_in: int = 1) -> Iterator[str]:
    world, subjects = walk
    for who, method, address, expected in cells(subjects):
        if only not in address or not in_part(one_in, who, method, address):
            continue
        sent = {"gui": "1"} if method == "POST" else {}
        status = world.ask(who, method, address, sent).status_code
        if status not in expected:
            yield f"{who} {method} {address}: {status}, not {expected}"


def test_a_part_of_what_the_page_says_holds(walk):
    assert list(faults(walk, one_in=16)) == []


@pytest.mark.slow
def test_everybody_may_what_the_page_says_and_nothing_else(walk):
    assert list(faults(walk)) == []


def test_a_unit_that_appraises_itself_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    from dataclasses import replace

    from portal.permissions import anybody

    steps_of = ScoreSheet.workflow.steps
    loose = replace(steps_of["appraise"], rule=anybody)
    monkeypatch.setitem(steps_of, "appraise", loose)
    monkeypatch.setitem(ScoreSheet.workflow.by_path, loose.path, loose)
    assert any(faults(walk, only=f"{loose.path}/"))


def test_a_sheet_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets whose sheet it is."""
    from democracy.models.rating.sheet import ScoreSheets

    monkeypatch.setattr(ScoreSheets, "visible_to", lambda self, user, *, on: self)
    assert any(faults(walk, only="phieu-diem/XL-"))
