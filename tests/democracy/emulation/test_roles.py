"""Models, dissemination, movements, commendation × everybody × every step, by the page of rights.

A page of each kind is asked for; what else is seen and which steps are open is asked of the query
sets and workflows themselves: page by page would be four thousand requests.
"""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.utils import timezone

from democracy.models import Briefing, Movement, Nomination, Practice
from democracy.models.commendation.nomination import Nominations
from democracy.models.commendation.regulation import AwardRegulation
from portal.fields import Field, deliver_fields
from portal.instruments import Instrument, deliver_instruments
from portal.permissions import anybody
from portal.working_days import days_after
from tests.citizens.roles.people import EVERYBODY, HOME, NOBODY, SEATS
from tests.citizens.roles.rights import heads, roles, steps
from tests.citizens.roles.rooms import WORKERS, leads, loosen, walk_of, works_in
from tests.democracy.emulation.conftest import OWN
from tests.democracy.practice.conftest import facts_of

pytestmark = pytest.mark.django_db
TODAY = timezone.localdate


def holds(*wanted: str):
    return lambda who: bool(roles(who) & set(wanted))


def works_elsewhere(who: str) -> bool:
    return bool(roles(who) & WORKERS) and SEATS[who].place != HOME


WORDS = {
    "leader": leads,
    "director": holds("director"),
    "coordinator": holds("coordinator"),
    "clerk": holds("clerk"),
    "party committee": holds("party_committee"),
    "its unit": lambda who: works_in(who, HOME),
    "head of its unit": lambda who: heads(who, HOME),
    "another unit": works_elsewhere,
    "any unit": lambda who: bool(roles(who) & WORKERS),
    "place named": lambda who: works_in(who, HOME),
    "–": lambda who: False,
}
SECTIONS = {
    Practice: "Models, initiatives, exemplars",
    Briefing: "Dissemination",
    Movement: "Movements",
    Nomination: "Commendation",
}
CLOSE = ("enrolled", "draft", "sent", "reviewed")
"""Stages at which a thing is its unit's and theirs who decide; a movement's draft alike."""


def things(people, units) -> list:
    deliver_fields()
    deliver_instruments()
    return [*practices(people, units), called(people, units), *movements(people, units),
            *nominations(people, units)]  # fmt: skip


def practices(people, units) -> list:
    field = Field.objects.get(code="nguoi-co-cong")
    by, head, director = people["officer"], people["head"], people["director"]
    found = [Practice.enrol(by=by, on=TODAY(), **facts_of(units[HOME], field)) for _ in range(4)]
    for one in found[1:]:
        one.list_up(by=director, on=TODAY())
        one.note_progress(by=by, on=TODAY(), text="Một thôn")
    for one in found[2:]:
        one.self_assess(by=head, on=TODAY(), assessment="Đạt")
    found[3].recognise(by=director, on=TODAY())
    return found


def called(people, units) -> Briefing:
    one = Briefing.open_briefing(
        by=people["coordinator"], on=TODAY(), instrument=Instrument.objects.first(),
        due_on=days_after(TODAY(), 9), units=[units[HOME]],
    )  # fmt: skip
    one.note_session(by=people["officer"], on=TODAY(), held_on=TODAY(), form="hop", attending=1,
                     headcount=2, unit=units[HOME])  # fmt: skip
    return one


def movements(people, units) -> list:
    found = [
        Movement.draw_up(
            by=people["officer"], on=TODAY(), title="Phong trào", content="Việc", criteria="Một",
            launch_form="le", from_on=TODAY(), to_on=days_after(TODAY(), 30), unit=units[HOME],
        )
        for _ in range(2)
    ]  # fmt: skip
    found[1].launch(by=people["director"], on=TODAY())
    return found


def nominations(people, units) -> list:
    regulation = AwardRegulation.load(OWN, by=None, on=None)
    by, head, tuan = people["officer"], people["head"], people["coordinator"]
    found = [
        Nomination.nominate(
            by=by, on=TODAY(), regulation=regulation, award=award, year=2026 + n, unit=units[HOME],
            occasion="hang-nam", person_name="Người ngoài", reason="Đúng hạn",
        )
        for n, award in enumerate(("giay-khen", "giay-khen", "giay-khen", "cstd-tinh", "giay-khen"))
    ]  # fmt: skip
    for one in found:
        one.state_conditions(by=by, on=TODAY(), statements={
            each.code: (True, "Báo cáo") for each in one.conditions
        })  # fmt: skip
        one.state_no_obstacle(by=head, on=TODAY(), words="Không")
    for one in found[1:]:
        one.send_nomination(by=head, on=TODAY())
    for one in found[2:]:
        one.note_council(by=tuan, on=TODAY(), met_on=TODAY(), members=9, present=9, yes=9,
                         remark="Nhất trí")  # fmt: skip
    found[4].commend(by=people["director"], on=TODAY())
    return found


walk = walk_of(things)


def sees(who: str, thing) -> bool:
    if not roles(who) - {"administrator"}:
        return False
    close = leads(who) or "coordinator" in roles(who) or works_in(who, HOME)
    return close or thing.stage not in CLOSE or isinstance(thing, Briefing)


def may(who: str, thing, step: str) -> bool:
    taken, prepared = steps(SECTIONS[type(thing)])[step]
    return any(WORDS[words](who) for words in (*taken, *prepared))


def status_for(who: str, seen: bool) -> int:
    if who == NOBODY:
        return 302
    return 200 if seen else 404


def wrong_sights(walk) -> Iterator[str]:
    world, things = walk
    for thing in things:
        for who in (each for each in EVERYBODY if each != NOBODY):
            seen = type(thing).objects.visible_to(world.people[who], on=TODAY())
            if seen.filter(pk=thing.pk).exists() != sees(who, thing):
                yield f"{who} {thing} ({thing.stage})"


def one_of_each(things: list) -> list:
    """The first of a kind is the one that fewest may see."""
    return list({type(thing): thing for thing in reversed(things)}.values())


def wrong_pages(walk) -> Iterator[str]:
    world, things = walk
    for thing in one_of_each(things):
        for who in EVERYBODY:
            status = world.ask(who, "GET", thing.get_absolute_url(), {}).status_code
            expected = status_for(who, sees(who, thing))
            if status != expected:
                yield f"{who} {thing}: {status}, not {expected}"


def wrong_steps(walk) -> Iterator[str]:
    world, things = walk
    for thing in things:
        for who in (each for each in EVERYBODY if each != NOBODY and sees(each, thing)):
            on = TODAY()
            offered = {
                step.name for step in thing.workflow.open_to(world.people[who], thing, on=on)
            }
            ready = [step for step in thing.workflow if step.sources and not step.missing(thing)]
            expected = {step.name for step in ready if may(who, thing, step.name)}
            if offered != expected:
                yield f"{who} {thing} ({thing.stage}): {sorted(offered ^ expected)}"


def test_everybody_sees_what_the_page_says_and_nothing_else(walk):
    assert list(wrong_sights(walk)) == []
    assert list(wrong_pages(walk)) == []


def test_everybody_may_what_the_page_says_and_nothing_else(walk):
    assert list(wrong_steps(walk)) == []


def test_the_walk_meets_every_stage_that_has_steps(walk):
    _, things = walk
    met = {(type(thing), thing.stage) for thing in things}
    asked = {(model, stage) for model in SECTIONS for step in model.workflow
             for stage in step.sources}  # fmt: skip
    assert {stage for _, stage in asked - met} == {"sent_up"}


def test_a_unit_that_recognises_its_own_model_would_be_seen(walk, monkeypatch):
    """A planted defect: the rule of one step becomes everybody's."""
    loosen(monkeypatch, Practice, "recognise", anybody)
    assert any(wrong_steps(walk))


def test_a_proposal_shown_to_all_would_be_seen(walk, monkeypatch):
    """A planted defect: the query set forgets whose proposal it is."""
    monkeypatch.setattr(Nominations, "visible_to", lambda self, user, *, on: self)
    assert any(wrong_sights(walk))
